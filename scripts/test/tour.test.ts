import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { startMock } from "@keynest/mock";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { takeTour } from "../tour.ts";
import { tourSteps } from "../tour-steps.ts";

let printed: string;
beforeEach(() => {
  printed = "";
  vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    printed += text;
    return true;
  });
});
afterEach(() => vi.restoreAllMocks());

test("runs every step against the mock server", async () => {
  await using mock = await startMock();
  expect(await takeTour(mock.url)).toBe(true);
  for (const { title } of tourSteps(mock.url)) expect(printed).toContain(`✓ ${title}`);
});

test("shows no credential and no secret value", async () => {
  await using mock = await startMock();
  await takeTour(mock.url);
  expect(printed).not.toMatch(/[0-9a-f]{40}|a-secret-value|horse|an-admin-key|an-access-token|CLIENT_API_KEY/);
});

test("is plain text if the output is not a terminal", async () => {
  await using mock = await startMock();
  await takeTour(mock.url);
  expect(printed).not.toContain("\u001b");
});

test("stops at the first step that fails, and names it", async () => {
  const server = createServer((_request, response) => response.writeHead(500).end("<title>Out of order</title>"));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    expect(await takeTour(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)).toBe(false);
    expect(printed).toContain('The tour stopped: "Check the health of the server" failed.');
  } finally {
    server.close();
  }
});
