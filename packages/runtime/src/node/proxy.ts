import { ownProperties, UsageError } from "../index.ts";
import { isExcluded } from "./no-proxy.ts";

export interface ProxyOptions {
  /**
   * URL of a proxy for all requests, with user and password if it requires them; false for none.
   *
   * @default from the environment: `HTTPS_PROXY` for https, `HTTP_PROXY` for http, else `ALL_PROXY`, except for the hosts
   *   in `NO_PROXY`; lower-case names take precedence
   */
  readonly proxy?: string | false | undefined;
}

/** A proxy, in the form that undici takes. */
export interface UsedProxy {
  /** Without user and password, so that no message contains them. */
  readonly uri: string;
  /** Value of the header `Proxy-Authorization`. */
  readonly authorization: string | undefined;
}

/**
 * Reads the option, or the environment at the time of the call.
 *
 * @returns a function that returns the proxy for a URL, or undefined if there is none
 * @throws {UsageError} if the option is not the URL of a proxy; an invalid variable throws once a request would use it
 */
export function proxyChooser(option: ProxyOptions["proxy"]): (target: URL) => UsedProxy | undefined {
  if (option === false) return () => undefined;
  if (option !== undefined) {
    const proxy = parseProxy("proxy", option);
    return () => proxy;
  }
  const env = ownProperties(process.env);
  const exceptions = env.no_proxy ?? env.NO_PROXY ?? "";
  return (target) => {
    const scheme = target.protocol.slice(0, -1);
    const names = [scheme, "all"].flatMap((one) => [`${one}_proxy`, `${one.toUpperCase()}_PROXY`]);
    // In a CGI program, HTTP_PROXY is the header `Proxy` of the incoming request (CVE-2016-5385).
    const name = names.find((one) => env[one] !== undefined && !(one === "HTTP_PROXY" && env.REQUEST_METHOD));
    const value = name && env[name];
    return value && !isExcluded(target, exceptions) ? parseProxy(name, value) : undefined;
  };
}

/** The message does not quote the value, which may contain a password. */
function parseProxy(name: string, value: string): UsedProxy {
  try {
    const url = new URL(value.includes("://") ? value : `http://${value}`);
    if (/^https?:$/.test(url.protocol) && /^\/?$/.test(url.pathname + url.search + url.hash)) {
      const [user, password] = [url.username, url.password].map(decodeURIComponent);
      const authorization = user && `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}`;
      return { uri: url.origin, authorization: authorization || undefined };
    }
  } catch {}
  throw new UsageError(`${name} must be the http(s) URL of a proxy, such as http://proxy.example:3128`);
}
