import { readBody } from "../../src/server/read-request.ts";
import { type Served, serve } from "./serve.ts";

/** An answer on its way back, to be changed in place. */
export interface Passing {
  readonly method: string;
  /** Path and query as they were asked for. */
  readonly path: string;
  readonly requestHeaders: Readonly<Record<string, string>>;
  status: number;
  headers: Headers;
  body: string;
}

/** Stands before a server and changes its answers. */
export async function plant(target: string, change: (passing: Passing) => void): Promise<Served> {
  return serve(async (request, response) => {
    const { method = "GET", url: path = "/" } = request;
    const requestHeaders = request.headers as Record<string, string>;
    const { host: _, connection: __, "content-length": ___, "transfer-encoding": ____, ...headers } = requestHeaders;
    const sent = await readBody(request);
    const answer = await fetch(target + path, {
      method,
      headers,
      redirect: "manual",
      ...(sent.length > 0 ? { body: new Uint8Array(sent) } : {}),
    });
    const passing: Passing = {
      method,
      path,
      requestHeaders,
      status: answer.status,
      headers: answer.headers,
      body: await answer.text(),
    };
    change(passing);
    const {
      "content-length": ____l,
      "content-encoding": ____e,
      connection: ____c,
      ...kept
    } = Object.fromEntries(passing.headers);
    response.writeHead(passing.status, kept).end(passing.status === 204 ? undefined : passing.body);
  });
}

/** Changes the JSON of an answer. */
export function changeJson<Body>(passing: Passing, change: (body: Body) => unknown): void {
  passing.body = JSON.stringify(change(JSON.parse(passing.body)));
}
