import { inspect } from "node:util";
import { tokenAuth } from "@keynest/sdk";
import { createSyncClient, createVariableSync } from "@keynest/sdk/sync";
import * as fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { serveElsewhere } from "./serve-elsewhere.ts";

/** Answers with what it was sent, as text, as a field of JSON and encoded. */
let server: Awaited<ReturnType<typeof serveElsewhere>>;
beforeAll(async () => {
  server = await serveElsewhere(`
    const { value } = JSON.parse(body);
    const encoded = [encodeURIComponent(value.toWellFormed()), Buffer.from(value).toString("base64")];
    response.writeHead(400, { "content-type": "application/json" });
    response.end(JSON.stringify({ error: "Refused: " + value, details: { key: ["For " + value, ...encoded] } }));
  `);
});
afterAll(() => server[Symbol.dispose]());

/** Values of 8 characters to a megabyte, of any characters. */
const values = fc
  .tuple(fc.string({ unit: "binary", minLength: 8, maxLength: 40 }), fc.constantFrom(1, 1, 1, 10, 1_000, 25_000))
  .map(([text, times]) => text.repeat(times))
  // Those of a few different characters are ordinary text.
  .filter((value) => new Set(value).size > 5);

test("an error of a blocking call shows no value, whatever its size and characters", () => {
  const client = createSyncClient({ baseUrl: server.url, auth: tokenAuth("a-token") });
  fc.assert(
    fc.property(values, (value) => {
      const error = thrownBy(() => createVariableSync(client, { body: { key: "A", value, environment: 1 } }));
      expect(error).toMatchObject({ name: "BadRequestError", status: 400 });
      const shown = `${error} ${error.stack} ${JSON.stringify(error)} ${inspect(error, { depth: 10 })} ${error.cause}`;
      for (const form of [value, JSON.stringify(value).slice(1, -1)]) expect(shown).not.toContain(form.slice(0, 300));
    }),
    { numRuns: 60 },
  );
});

function thrownBy(work: () => unknown): Error {
  try {
    work();
  } catch (error) {
    return error as Error;
  }
  throw new Error("expected an error");
}
