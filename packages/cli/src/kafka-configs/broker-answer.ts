import { ProtocolError } from "@naru/protocol";

/** Names the API when the broker does not serve it, as Kafka's client does. */
export async function naming<Answer>(api: string, answer: Promise<Answer>): Promise<Answer> {
  try {
    return await answer;
  } catch (error) {
    if (!(error instanceof ProtocolError) || error.code !== "UNSUPPORTED_VERSION") throw error;
    const enumName = api.replaceAll(/(?<=[a-z])(?=[A-Z])/g, "_").toUpperCase();
    throw new ProtocolError("UNSUPPORTED_VERSION", `The node does not support ${enumName}`, {
      cause: error,
    });
  }
}
