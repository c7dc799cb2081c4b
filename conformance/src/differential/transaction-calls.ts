import { apis } from "@naru/protocol";
import {
  decodeAddOffsetsToTxnResponse,
  encodeAddOffsetsToTxnRequest,
} from "@naru/protocol/messages/add-offsets-to-txn";
import {
  decodeAddPartitionsToTxnResponse,
  encodeAddPartitionsToTxnRequest,
} from "@naru/protocol/messages/add-partitions-to-txn";
import {
  decodeDescribeTransactionsResponse,
  encodeDescribeTransactionsRequest,
} from "@naru/protocol/messages/describe-transactions";
import { decodeEndTxnResponse, encodeEndTxnRequest } from "@naru/protocol/messages/end-txn";
import {
  decodeFindCoordinatorResponse,
  encodeFindCoordinatorRequest,
} from "@naru/protocol/messages/find-coordinator";
import {
  decodeListTransactionsResponse,
  encodeListTransactionsRequest,
} from "@naru/protocol/messages/list-transactions";
import {
  decodeOffsetFetchResponse,
  encodeOffsetFetchRequest,
} from "@naru/protocol/messages/offset-fetch";
import {
  decodeTxnOffsetCommitResponse,
  encodeTxnOffsetCommitRequest,
} from "@naru/protocol/messages/txn-offset-commit";
import {
  decodeWriteTxnMarkersResponse,
  encodeWriteTxnMarkersRequest,
} from "@naru/protocol/messages/write-txn-markers";

/** The calls of transactional producers, and of those who look at them. */
export const transactionCalls = {
  findCoordinator: {
    api: apis.FindCoordinator,
    encode: encodeFindCoordinatorRequest,
    decode: decodeFindCoordinatorResponse,
  },
  addPartitions: {
    api: apis.AddPartitionsToTxn,
    encode: encodeAddPartitionsToTxnRequest,
    decode: decodeAddPartitionsToTxnResponse,
  },
  addOffsets: {
    api: apis.AddOffsetsToTxn,
    encode: encodeAddOffsetsToTxnRequest,
    decode: decodeAddOffsetsToTxnResponse,
  },
  commitOffsets: {
    api: apis.TxnOffsetCommit,
    encode: encodeTxnOffsetCommitRequest,
    decode: decodeTxnOffsetCommitResponse,
  },
  end: { api: apis.EndTxn, encode: encodeEndTxnRequest, decode: decodeEndTxnResponse },
  writeMarkers: {
    api: apis.WriteTxnMarkers,
    encode: encodeWriteTxnMarkersRequest,
    decode: decodeWriteTxnMarkersResponse,
  },
  describe: {
    api: apis.DescribeTransactions,
    encode: encodeDescribeTransactionsRequest,
    decode: decodeDescribeTransactionsResponse,
  },
  list: {
    api: apis.ListTransactions,
    encode: encodeListTransactionsRequest,
    decode: decodeListTransactionsResponse,
  },
  fetchOffsets: {
    api: apis.OffsetFetch,
    encode: encodeOffsetFetchRequest,
    decode: decodeOffsetFetchResponse,
  },
} as const;
