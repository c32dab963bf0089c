import { createServer } from "@stoplight/prism-http-server";
import { getHttpConfigFromRequest } from "@stoplight/prism-http-server/dist/getHttpConfigFromRequest.js";
import type { Operation } from "./load-operations.ts";
import { silentLogger } from "./silent-logger.ts";

type ServerOptions = Parameters<typeof createServer>[1];
type PrismInstance = ReturnType<typeof createServer>["prism"];

/** A request in the form in which Prism wants it. */
export type PrismRequest = Parameters<PrismInstance["request"]>[0];

/** Something that breaks the description; `severity` as Prism counts it, 0 for an error. */
export interface PrismViolation {
  path?: (string | number)[];
  code?: string | number;
  message: string;
  severity: number;
}

/** What Prism found out about an exchange. */
export interface PrismResult {
  output: { statusCode: number; headers?: Record<string, unknown>; body?: unknown };
  validations: { input: PrismViolation[]; output: PrismViolation[] };
}

/** Answers one request. Throws Prism's problem, which has `status` and `detail`, when there is no answer. */
export type Prism = (request: PrismRequest) => Promise<PrismResult>;

const components = { logger: silentLogger } as unknown as ServerOptions["components"];
const config = {
  mock: { dynamic: false },
  checkSecurity: true,
  validateRequest: true,
  validateResponse: true,
  errors: true,
  upstreamProxy: undefined,
  isProxy: false,
} as const;

/** Sets Prism up for some operations: examples for answers, both sides of each exchange checked. */
export function createPrism(operations: Operation[]): Prism {
  // This server never listens; see http-server.ts.
  const { prism } = createServer(operations, { components, config, cors: false });
  return async (request) => {
    const preferences = getHttpConfigFromRequest(request);
    if (preferences._tag === "Left") throw preferences.left;
    const asked = Object.fromEntries(Object.entries(preferences.right).filter(([, value]) => value !== undefined));
    const result = await prism.request(request, operations, { ...config, mock: { ...config.mock, ...asked } })();
    if (result._tag === "Left") throw result.left;
    return result.right as PrismResult;
  };
}
