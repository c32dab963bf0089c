import { sign as signByAws4 } from "aws4";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { awsSignature } from "../../src/credentials/aws-signature.ts";
import type { Outgoing } from "../../src/credentials/credential.ts";
import { createClient, isUsageError } from "../../src/index.ts";
import { operation, plain, rejection } from "../call.ts";
import { serve } from "../server.ts";

const keys = { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY" };
const now = Date.parse("2015-08-30T12:36:00Z");
const clock = { now: () => now, sleep: async () => {} };
const secured = { security: [["Aws"]] };

async function signed(given: Partial<Outgoing>, service: string): Promise<Record<string, string>> {
  const client = createClient({ baseUrl: "https://h", clock });
  const outgoing = { client, method: "GET", url: "https://h/", headers: {}, secrets: [], ...given };
  await awsSignature("Aws", keys, { region: "us-east-1", service }).apply(outgoing);
  return outgoing.headers;
}

describe("an AWS signature", () => {
  it("is that of AWS's own test suite, get-vanilla", async () => {
    const { authorization } = await signed({ url: "https://example.amazonaws.com/" }, "service");
    expect(authorization).toBe(
      "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, " +
        "SignedHeaders=host;x-amz-date, Signature=5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31",
    );
  });

  it("is that of the documentation's example", async () => {
    const { authorization } = await signed(
      {
        url: "https://iam.amazonaws.com/?Action=ListUsers&Version=2010-05-08",
        headers: { "content-type": "application/x-www-form-urlencoded; charset=utf-8" },
      },
      "iam",
    );
    expect(authorization).toMatch(/Signature=5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7$/);
  });

  it("equals that of another library, for any path, query, headers and body", async () => {
    const text = fc.string({ unit: "grapheme", maxLength: 8 });
    const segments = fc.array(
      text.filter((segment) => !/^\.{0,2}$/.test(segment)),
      { maxLength: 3 },
    );
    // aws4 leaves out parameters without a name.
    const query = fc.uniqueArray(fc.tuple(text.filter(Boolean), text), { maxLength: 4, selector: ([name]) => name });
    const value = fc.string({ minLength: 1, maxLength: 12 }).map((one) => one.trim() || "x");
    await fc.assert(
      fc.asyncProperty(segments, query, value, text, async (path, pairs, header, body) => {
        const target = `/${path.map(encodeURIComponent).join("/")}`;
        const search = pairs.map((pair) => pair.map(encodeURIComponent).join("=")).join("&");
        const url = `https://api.example.com${target}${search && `?${search}`}`;
        const ours = await signed({ url, method: "POST", headers: { "x-team": header }, body }, "execute-api");
        const { headers = {} } = signByAws4(
          {
            host: "api.example.com",
            method: "POST",
            path: new URL(url).pathname + new URL(url).search,
            service: "execute-api",
            region: "us-east-1",
            body,
            headers: { "x-team": header, "X-Amz-Date": "20150830T123600Z", "Content-Length": Buffer.byteLength(body) },
            extraHeadersToIgnore: { "content-length": true, "content-type": true },
          } as never,
          keys,
        );
        expect(ours.authorization).toBe(headers.Authorization);
      }),
    );
  });

  it("is sent with requests, and is new at each attempt", async () => {
    let time = now;
    const { url, received } = await serve(() => ({ status: received.length === 1 ? 503 : 200, body: {} }));
    const client = createClient({
      baseUrl: url,
      clock: {
        now: () => time,
        sleep: async () => {
          time += 1000;
        },
      },
      auth: awsSignature("Aws", { ...keys, sessionToken: "t0ken" }, { region: "eu-central-1", service: "s3" }),
    });
    await plain(client, operation({ ...secured, query: ["q"] }), { q: "a b" }, { maxRetries: 1 });
    expect(received.map(({ headers }) => headers["x-amz-date"])).toEqual(["20150830T123600Z", "20150830T123601Z"]);
    expect(received[1]?.headers).toMatchObject({
      "x-amz-security-token": "t0ken",
      "x-amz-content-sha256": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    });
    expect(received[1]?.headers.authorization).toContain(
      "SignedHeaders=accept;host;x-amz-content-sha256;x-amz-date;x-amz-security-token",
    );
  });

  it("covers headers of the call", async () => {
    const { url, received } = await serve();
    const auth = awsSignature("Aws", keys, { region: "us-east-1", service: "execute-api" });
    await plain(createClient({ baseUrl: url, auth }), operation(secured), {}, { headers: { "x-team": "a" } });
    expect(received[0]?.headers.authorization).toContain("SignedHeaders=accept;host;x-amz-date;x-team");
  });

  it("refuses a body that cannot be read before it is sent", async () => {
    const auth = awsSignature("Aws", keys, { region: "us-east-1", service: "execute-api" });
    const client = createClient({ baseUrl: "https://h", auth });
    const post = operation({ ...secured, method: "POST", body: { type: "text/plain", encode: (body) => [body] } });
    const error = await rejection(plain(client, post, { body: new Blob(["a"]).stream() }));
    expect(isUsageError(error)).toBe(true);
    expect(error.message).toContain("has to sign the body");
  });

  it("asks a function for the keys before each request", async () => {
    const { url } = await serve();
    const auth = awsSignature("Aws", async () => ({ accessKeyId: "", secretAccessKey: "" }), {
      region: "us-east-1",
      service: "s3",
    });
    const error = await rejection(plain(createClient({ baseUrl: url, auth }), operation(secured)));
    expect(error.message).toContain("The credential for Aws is empty.");
  });
});
