/** What an API is: defined by the network, which serves them and knows none. */
export type { Answer, AnyApi, Api, RequestContext } from "../network/api.ts";
