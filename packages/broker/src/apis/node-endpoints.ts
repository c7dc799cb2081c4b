import type { MetadataImage } from "../metadata/metadata-image.ts";

/** A broker's address as Produce and Fetch answers give it, so that a client need not ask again. */
export interface NodeEndpointAnswer {
  readonly nodeId: number;
  readonly host: string;
  readonly port: number;
  readonly rack: string | null;
}

/** Where the brokers are that are not fenced. */
export function endpointsOf(image: MetadataImage): NodeEndpointAnswer[] {
  const answers: NodeEndpointAnswer[] = [];
  for (const broker of image.brokers.values()) {
    const endpoint = broker.endpoints[0];
    if (broker.fenced || endpoint === undefined) continue;
    answers.push({
      nodeId: broker.id,
      host: endpoint.host,
      port: endpoint.port,
      rack: broker.rack,
    });
  }
  return answers;
}
