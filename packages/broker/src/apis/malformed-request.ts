/** Kafka's words for a request that makes no sense: it does not know a number in it as a type. */
export const MALFORMED_REQUEST =
  "This most likely occurs because of a request being malformed by the client library or the " +
  "message was sent to an incompatible broker. See the broker logs for more details.";
