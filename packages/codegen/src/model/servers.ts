import { isObject, type OpenApiDocument } from "../document/openapi.ts";

/** A server of the description. */
export interface ServerModel {
  /** The URL with the default values of its variables. */
  readonly url: string;
  readonly description: string | undefined;
}

/** Returns the servers in the order of the description. */
export function modelServers({ servers }: OpenApiDocument): ServerModel[] {
  const list: readonly unknown[] = Array.isArray(servers) ? servers : [];
  return list.map((server) => {
    const { url, variables, description } = isObject(server) ? server : {};
    const known = isObject(variables) ? variables : {};
    const filled = String(url ?? "")
      .trim()
      .replace(/\{([^{}]+)\}/g, (placeholder, name: string) => {
        const variable = known[name];
        return String((isObject(variable) ? variable.default : undefined) ?? placeholder);
      });
    return { url: filled, description: typeof description === "string" ? description : undefined };
  });
}

/** Returns the URL of the first server, or undefined if it is not an absolute http(s) URL. */
export function defaultBaseUrl(document: OpenApiDocument): string | undefined {
  const { url = "" } = modelServers(document)[0] ?? {};
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  const plain = parsed && /^https?:$/.test(parsed.protocol) && !parsed.username && !parsed.password;
  return plain && !parsed.search && !parsed.hash && /^[^{\s\p{Cc}]+$/u.test(url) ? url.replace(/\/+$/, "") : undefined;
}
