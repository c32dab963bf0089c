import { inspect } from "node:util";
import KeyNest, { adminKeyAuth } from "@keynest/sdk";
import { describe, expect, test } from "vitest";
import { password, record, token } from "./record.ts";
import { startServer } from "./start-server.ts";

describe("nothing shows a credential", () => {
  const secrets = [token, password, "the-key", "the-admin-key"];
  const expectClean = (value: unknown) => {
    const shown = [inspect(value, { depth: 12, showHidden: true }), JSON.stringify(value)];
    if (value instanceof Error) shown.push(`${value} ${value.stack} ${inspect(value.cause)}`);
    for (const secret of secrets) expect(shown.join("\n")).not.toContain(secret);
  };

  test("of a client", async () => {
    const { client } = await startServer();
    await client.login({ username: "user", password });
    expectClean(client);
    expectClean(new KeyNest({ token, apiKey: "the-key", auth: adminKeyAuth("the-admin-key") }));
  });

  /** Each with a server that answers with what it was sent. */
  test.each<[string, string, (client: KeyNest) => Promise<unknown>]>([
    ["a method", token, (client) => client.projects.get(1)],
    ["a method with a secret in its body", password, (client) => client.auth.login({ email: "a@b.c", password })],
    ["a login", password, (client) => client.login({ username: "user", password })],
    ["an exchange", "the-key", () => record({ apiKey: "the-key" }, () => echo("the-key")).client.projects.list()],
  ])("of %s that fails", async (_, secret, call) => {
    const { client } = record({ token }, () => echo(secret));
    const error = await call(client).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Error);
    expectClean(error);
  });

  const echo = (secret: string) => Response.json({ error: `no ${secret}` }, { status: 400 });
});
