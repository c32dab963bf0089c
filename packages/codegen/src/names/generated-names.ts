/** Returns the name of the type of an operation's parameters. */
export const paramsName = (operationId: string): string => `${upperFirst(operationId)}Params`;

/** Returns the name of the type of an operation's detailed result. */
export const resultName = (operationId: string): string => `${upperFirst(operationId)}Result`;

/** Returns all names that a module exports for an operation. */
export function operationNames(operationId: string): string[] {
  const values = ["", "Detailed", "Operation"].map((ending) => operationId + ending);
  return [...values, paramsName(operationId), resultName(operationId)];
}

/** Names of the index that do not depend on the description. */
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

/** Returns the text with a capital first letter. */
export const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
