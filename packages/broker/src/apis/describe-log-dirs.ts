// DescribeLogDirs, api key 35, versions 1-5 (KIP-113).
//   v2  flexible versions
//   v3  an error of the whole response
//   v4  size and free space of the volume (KIP-827)
//   v5  cordoned folders (KIP-1066)
import { codeOf } from "@naru/protocol";
import {
  decodeDescribeLogDirsRequest,
  encodeDescribeLogDirsResponse,
  type DescribeLogDirsRequest,
  type DescribeLogDirsResponseDescribeLogDirsPartitionDraft as PartitionAnswer,
  type DescribeLogDirsResponseDescribeLogDirsResultDraft as DirAnswer,
  type DescribeLogDirsResponseDraft,
} from "@naru/protocol/messages/describe-log-dirs";

import type { ApiBroker, LogDirView } from "./api-broker.ts";
import type { Api } from "./api.ts";

/** Tells how much each folder, topic and partition of this broker takes. */
export function describeLogDirsApi(
  broker: ApiBroker,
): Api<DescribeLogDirsRequest, DescribeLogDirsResponseDraft> {
  return {
    key: 35,
    name: "DescribeLogDirs",
    minVersion: 1,
    maxVersion: 5,
    decode: decodeDescribeLogDirsRequest,
    handle: (request) => {
      const isAsked = askedFor(request);
      return {
        throttleTimeMs: 0,
        errorCode: 0,
        results: [...broker.logDirs()].map((dir) => describeDir(dir, isAsked)),
      };
    },
    encode: encodeDescribeLogDirsResponse,
    failed: (_request, error) => ({ throttleTimeMs: 0, errorCode: codeOf(error), results: [] }),
  };
}

type IsAsked = (topic: string, partition: number) => boolean;

/** null asks for everything. */
function askedFor({ topics }: DescribeLogDirsRequest): IsAsked {
  if (topics === null) return () => true;
  const asked = new Map<string, Set<number>>();
  for (const { topic, partitions } of topics) {
    asked.set(topic, new Set([...(asked.get(topic) ?? []), ...partitions]));
  }
  return (topic, partition) => asked.get(topic)?.has(partition) ?? false;
}

function describeDir(dir: LogDirView, isAsked: IsAsked): DirAnswer {
  const byTopic = new Map<string, PartitionAnswer[]>();
  for (const replica of dir.replicas) {
    if (!isAsked(replica.topic, replica.partition)) continue;
    const partitions = byTopic.get(replica.topic) ?? [];
    byTopic.set(replica.topic, partitions);
    partitions.push({
      partitionIndex: replica.partition,
      partitionSize: replica.sizeBytes,
      // How far it is behind what all replicas have: never below 0.
      offsetLag: Math.max(replica.highWatermark - replica.logEndOffset, 0),
      isFutureKey: false,
    });
  }
  return {
    errorCode: codeOf(dir.error),
    logDir: dir.path,
    topics: [...byTopic].map(([name, partitions]) => ({ name, partitions })),
    totalBytes: dir.totalBytes,
    usableBytes: dir.usableBytes,
  };
}
