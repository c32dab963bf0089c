export {
  callSync,
  createSyncClient,
  type SyncClient,
  type SyncClientOptions,
  type SyncRequestOptions,
} from "./sync-client.ts";
