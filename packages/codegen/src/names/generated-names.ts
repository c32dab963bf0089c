/** Name of the type of an operation's parameters. */
export const paramsName = (operationId: string): string => `${upperFirst(operationId)}Params`;

/** Name of the type of an operation's detailed result. */
export const resultName = (operationId: string): string => `${upperFirst(operationId)}Result`;

/** Every name that the module of an operation exports for it. */
export function operationNames(operationId: string): string[] {
  const values = ["", "Detailed", "Operation"].map((ending) => operationId + ending);
  return [...values, paramsName(operationId), resultName(operationId)];
}

/** Names that the index exports beside operations, schemas and credentials. */
export const SHARED_NAMES: readonly string[] = [
  "createClient",
  "defaultBaseUrl",
  "components",
  "operations",
  "paths",
  "webhooks",
  "paginate",
];

/** Functions of the runtime that generated modules import. */
export const RUNTIME_FUNCTIONS: readonly string[] = [
  ...["basic", "bearer", "cookieKey", "digest", "headerKey", "queryKey"],
  ...["decodeMedia", "encodeMultipart", "encodeRaw", "encodeUrlencoded", "findSecrets"],
  ...["jsonBody", "mediaBody", "pathTarget", "styledTarget"],
  ...["request", "requestData", "unwrap", "flatParams", "pagePromise", "ClientResource"],
];

/** The same text with a capital. */
export const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
