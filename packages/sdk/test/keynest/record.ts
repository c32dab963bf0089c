import KeyNest, { type KeyNestOptions } from "@keynest/sdk";

export const token = "9944b09199c62bcf9418ad846dd0e4bbdfc6ee4b";
export const password = "correct horse battery staple";

/** A JWT that ends in so many seconds. */
export function jwtFor(name: string, seconds = 3600): string {
  const now = Math.floor(Date.now() / 1000);
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  return `${part({ alg: "HS256" })}.${part({ name, iat: now, exp: now + seconds })}.c2lnbmF0dXJl`;
}

export interface Sent {
  method: string;
  url: string;
  authorization: string | null;
  headers: Headers;
  body: string;
}

export interface Recorded {
  readonly client: KeyNest;
  readonly sent: readonly Sent[];
}

/** A client whose requests are kept, and answered with an empty page. */
export function record(
  options: KeyNestOptions = {},
  answer: () => Response = () => Response.json({ results: [] }),
): Recorded {
  const sent: Sent[] = [];
  const fetch = async (url: string, init: RequestInit) => {
    const request = new Request(url, init);
    const { method, headers } = request;
    sent.push({ method, url, headers, authorization: headers.get("authorization"), body: await request.text() });
    return answer();
  };
  return { client: new KeyNest({ fetch, ...options }), sent };
}
