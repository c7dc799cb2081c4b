import type { LogConfig } from "../log/log-config.ts";
import type { TopicConfig } from "../metadata/config/topic-config.ts";

/** What a log needs of its topic's effective configuration. */
export function logConfigOf(topic: TopicConfig): LogConfig {
  return {
    segmentBytes: topic.segmentBytes,
    segmentMs: topic.segmentMs,
    segmentJitterMs: topic.segmentJitterMs,
    segmentIndexBytes: topic.segmentIndexBytes,
    indexIntervalBytes: topic.indexIntervalBytes,
    retentionMs: topic.retentionMs,
    retentionBytes: topic.retentionBytes,
    cleanupDelete: topic.cleanupPolicy.includes("delete"),
    cleanupCompact: topic.cleanupPolicy.includes("compact"),
    maxMessageBytes: topic.maxMessageBytes,
    messageTimestampType:
      topic.messageTimestampType === "LogAppendTime" ? "LogAppendTime" : "CreateTime",
    messageTimestampBeforeMaxMs: topic.messageTimestampBeforeMaxMs,
    messageTimestampAfterMaxMs: topic.messageTimestampAfterMaxMs,
    flushMessages: topic.flushMessages,
    flushMs: topic.flushMs,
    fileDeleteDelayMs: topic.fileDeleteDelayMs,
  };
}
