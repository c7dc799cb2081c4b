import type { CleanerConfig } from "../log/cleaner/log-cleaner.ts";
import type { LogConfig } from "../log/log-config.ts";
import type { BrokerConfig } from "../metadata/config/broker-config.ts";
import type { TopicConfig } from "../metadata/config/topic-config.ts";

/** What a log needs of its topic's effective configuration. */
export function logConfigOf(topic: TopicConfig): LogConfig {
  const cleanupCompact = topic.cleanupPolicy.includes("compact");
  return {
    segmentBytes: topic.segmentBytes,
    // The active segment is never cleaned: it must end in time for its records to be.
    segmentMs: cleanupCompact
      ? Math.min(topic.segmentMs, topic.maxCompactionLagMs)
      : topic.segmentMs,
    segmentJitterMs: topic.segmentJitterMs,
    segmentIndexBytes: topic.segmentIndexBytes,
    indexIntervalBytes: topic.indexIntervalBytes,
    retentionMs: topic.retentionMs,
    retentionBytes: topic.retentionBytes,
    cleanupDelete: topic.cleanupPolicy.includes("delete"),
    cleanupCompact,
    maxMessageBytes: topic.maxMessageBytes,
    messageTimestampType:
      topic.messageTimestampType === "LogAppendTime" ? "LogAppendTime" : "CreateTime",
    messageTimestampBeforeMaxMs: topic.messageTimestampBeforeMaxMs,
    messageTimestampAfterMaxMs: topic.messageTimestampAfterMaxMs,
    flushMessages: topic.flushMessages,
    flushMs: topic.flushMs,
    fileDeleteDelayMs: topic.fileDeleteDelayMs,
    deleteRetentionMs: topic.deleteRetentionMs,
    minCompactionLagMs: topic.minCompactionLagMs,
    maxCompactionLagMs: topic.maxCompactionLagMs,
    minCleanableDirtyRatio: topic.minCleanableDirtyRatio,
  };
}

export function cleanerConfigOf(broker: BrokerConfig): CleanerConfig {
  return {
    enable: broker.logCleanerEnable,
    threads: broker.logCleanerThreads,
    dedupeBufferBytes: broker.logCleanerDedupeBufferSize,
    loadFactor: broker.logCleanerIoBufferLoadFactor,
    ioBufferBytes: broker.logCleanerIoBufferSize,
    ioBytesPerSecond: broker.logCleanerIoMaxBytesPerSecond,
  };
}
