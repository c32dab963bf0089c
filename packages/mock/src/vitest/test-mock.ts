import { randomUUID } from "node:crypto";
import type { Mock } from "../server/mock.ts";
import type { CallOutcome, ControlCalls } from "./control.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The URL where test files open mocks. */
    keynestMock: string;
  }
}

/** The mock server of a test file. Each test starts with no requests and no planned responses. */
export interface TestMock {
  /** Where it listens, without a trailing slash. */
  readonly url: string;
  /** Plans a response; see `next` of a mock. */
  next(...planned: Parameters<Mock["next"]>): Promise<void>;
  /** The requests that it has received in this test. */
  requests(): Promise<Mock["requests"]>;
  /** The violations of the description in this test. */
  violations(): Promise<Mock["violations"]>;
  /** Allows this test to break the description. */
  allowViolations(): void;
  /** Forgets requests, violations and planned responses, and resets the state, if any. */
  reset(): Promise<void>;
}

/** Makes a call to the process that runs the mock. */
type Ask = <Name extends keyof ControlCalls>(
  name: Name,
  ...args: Parameters<ControlCalls[Name]>
) => Promise<Awaited<ReturnType<ControlCalls[Name]>>>;

/** Passes the mock from the setup file to the test file, which may have loaded this module twice. */
const PLACE: unique symbol = Symbol.for("@keynest/mock/vitest");
const place = globalThis as { [PLACE]?: TestMock };

/** @throws {Error} if no mock was opened for this file */
export function current(): TestMock {
  const mock = place[PLACE];
  if (mock) return mock;
  throw new Error(
    "There is no mock server here: add keynestMock() of @keynest/mock/vitest/config to the plugins of Vitest.",
  );
}

/**
 * Opens a mock for a test file.
 *
 * @param control - the URL of the control server that the plugin has started
 */
export async function openTestMock(control: string): Promise<{ ask: Ask; takeAllowance(): boolean }> {
  const ask = askAt(`${control}/${randomUUID()}`);
  const { url } = await ask("open");
  let isAllowed = false;
  place[PLACE] = {
    url,
    next: (...planned) => ask("next", ...planned),
    requests: () => ask("requests"),
    violations: () => ask("violations"),
    allowViolations: () => {
      isAllowed = true;
    },
    reset: () => ask("reset"),
  };
  const takeAllowance = (): boolean => {
    const was = isAllowed;
    isAllowed = false;
    return was;
  };
  return { ask, takeAllowance };
}

function askAt(url: string): Ask {
  // Kept, because tests may replace the global one.
  const { fetch } = globalThis;
  return async (name, ...args) => {
    const response = await fetch(`${url}/${name}`, { method: "POST", body: JSON.stringify(args) });
    const outcome = (await response.json()) as CallOutcome;
    if ("error" in outcome) throw new Error(outcome.error);
    return outcome.result as never;
  };
}
