export { type NodeFetchOptions, nodeFetch } from "./node-fetch.ts";
export type { ProxyOptions } from "./proxy.ts";
export type { TlsOptions } from "./tls.ts";
