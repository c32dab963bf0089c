import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { findChromium } from "../chromium.ts";
import { withCodeSamples } from "../reference/code-samples.ts";
import { renderReference } from "../reference/reference.ts";

const executablePath = findChromium();
/** How long a part of the page may take to appear, in milliseconds. */
const PATIENCE_MS = 20_000;
/** Where an operation stands. */
const IMPORT = "/environments/importenvironment";

let html: string;
beforeAll(async () => {
  html = await renderReference();
});

it("names no file that it would have to fetch", () => {
  const loaded = html.matchAll(/<(?:script|link|img|iframe)[^>]* (?:src|href)="([^"]*)"/g);
  expect(Array.from(loaded, ([, address = ""]) => address).filter((address) => !address.startsWith("data:"))).toEqual(
    [],
  );
});

it("is not made without an example for each operation", () => {
  const paths = { "/a": { get: { operationId: "getA" } } };
  expect(() => withCodeSamples({ paths }, new Map())).toThrow("no example of getA");
});

// Where no Chromium is installed, nobody can look at the page. playwright-core drives the one that there is: unlike its
// siblings, it downloads none, and it waits for what a page has yet to do.
describe.skipIf(!executablePath)("in a browser", () => {
  let folder: string;
  let file: string;
  const complaints: string[] = [];
  const requests: string[] = [];
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "reference-test-"));
    file = join(folder, "index.html");
    writeFileSync(file, html);
    browser = await chromium.launch({ executablePath: executablePath ?? "", args: ["--no-sandbox"] });
  });
  beforeEach(async () => {
    page = await browser.newPage({ viewport: { width: 1440, height: 900 }, offline: true });
    page.setDefaultTimeout(PATIENCE_MS);
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("request", (request) => {
      if (!/^(file|data|blob):/.test(request.url())) requests.push(request.url());
    });
    await page.goto(pathToFileURL(file).href);
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });
  afterEach(async () => {
    await page.close();
    expect(complaints).toEqual([]);
    expect(requests).toEqual([]);
  });

  /** Types into the search, and opens the result that leads to a place and has this title. */
  async function open(words: string, place: string, title: string): Promise<void> {
    const search = page.getByPlaceholder("Search docs...");
    // The page is shown before it listens.
    await vi.waitFor(
      async () => {
        if (!(await search.isVisible())) await page.keyboard.press("Control+k");
        await search.waitFor({ timeout: 1_000 });
      },
      { timeout: PATIENCE_MS },
    );
    await search.fill(words);
    await page.locator(`a[href="#${place}"]`, { hasText: title }).click();
    await page.waitForURL((url) => url.hash === `#${place}`);
  }

  it("opens from the disk, with the title and the tags", async () => {
    expect(await page.title()).toBe("KeyNest API");
    await page.getByRole("heading", { name: "KeyNest API" }).waitFor();
    await page.getByRole("heading", { name: /auth$/ }).waitFor();
  });

  it.each([
    ["importEnvironment", IMPORT, "Import a file into an environment"],
    ["key of a client", "/client-admin/revokeclientkey", "Revoke the API key of a client"],
    ["variable.created", "/variables/notifyvariablecreated", "A variable was created"],
  ])("finds %j", (words, place, title) => open(words, place, title));

  it("shows the examples of an operation, in each form", async () => {
    await open("importEnvironment", IMPORT, "Import a file into an environment");
    const panel = page.locator(`[data-section-id="${IMPORT}"] .panel-request-samples`);
    const calls = {
      Plain: "await importEnvironment(client, {",
      Detailed: "await importEnvironmentDetailed(client, {",
      Blocking: "importEnvironmentSync(client, {",
      Class: "await client.environments.import(1, {",
    };
    let chosen = "Plain";
    for (const [form, call] of Object.entries(calls)) {
      if (form !== chosen) {
        await panel.getByText(chosen, { exact: true }).click();
        await page.getByText(form, { exact: true }).last().click();
        chosen = form;
      }
      await panel.getByText(call).waitFor();
    }
  });
});
