import { apis } from "@naru/protocol";
import {
  decodeAlterConfigsResponse,
  encodeAlterConfigsRequest,
} from "@naru/protocol/messages/alter-configs";
import {
  decodeDescribeClusterResponse,
  encodeDescribeClusterRequest,
} from "@naru/protocol/messages/describe-cluster";
import {
  decodeDescribeLogDirsResponse,
  encodeDescribeLogDirsRequest,
} from "@naru/protocol/messages/describe-log-dirs";
import {
  decodeDescribeProducersResponse,
  encodeDescribeProducersRequest,
} from "@naru/protocol/messages/describe-producers";
import {
  decodeDescribeTopicPartitionsResponse,
  encodeDescribeTopicPartitionsRequest,
} from "@naru/protocol/messages/describe-topic-partitions";
import {
  decodeListConfigResourcesResponse,
  encodeListConfigResourcesRequest,
} from "@naru/protocol/messages/list-config-resources";
import {
  decodeListPartitionReassignmentsResponse,
  encodeListPartitionReassignmentsRequest,
} from "@naru/protocol/messages/list-partition-reassignments";

/** The calls that only the comparison with Apache Kafka makes. */
export const adminCalls = {
  alterConfigs: {
    api: apis.AlterConfigs,
    encode: encodeAlterConfigsRequest,
    decode: decodeAlterConfigsResponse,
  },
  describeCluster: {
    api: apis.DescribeCluster,
    encode: encodeDescribeClusterRequest,
    decode: decodeDescribeClusterResponse,
  },
  describeLogDirs: {
    api: apis.DescribeLogDirs,
    encode: encodeDescribeLogDirsRequest,
    decode: decodeDescribeLogDirsResponse,
  },
  describeProducers: {
    api: apis.DescribeProducers,
    encode: encodeDescribeProducersRequest,
    decode: decodeDescribeProducersResponse,
  },
  describeTopicPartitions: {
    api: apis.DescribeTopicPartitions,
    encode: encodeDescribeTopicPartitionsRequest,
    decode: decodeDescribeTopicPartitionsResponse,
  },
  listConfigResources: {
    api: apis.ListConfigResources,
    encode: encodeListConfigResourcesRequest,
    decode: decodeListConfigResourcesResponse,
  },
  listPartitionReassignments: {
    api: apis.ListPartitionReassignments,
    encode: encodeListPartitionReassignmentsRequest,
    decode: decodeListPartitionReassignmentsResponse,
  },
} as const;
