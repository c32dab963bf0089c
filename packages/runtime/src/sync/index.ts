export type { SyncClientOptions } from "./protocol.ts";
export {
  callSync,
  createSyncClient,
  type SyncClient,
  type SyncRequestOptions,
} from "./sync-client.ts";
