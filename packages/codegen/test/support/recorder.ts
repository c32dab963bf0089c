/** A request. */
export interface Sent {
  readonly url: string;
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body: unknown;
}

export interface Recorder {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  /** The last request. */
  last(): Sent;
}

/** A `fetch` that records requests. */
export function recorder(respond: (request: Sent) => Response = () => Response.json({})): Recorder {
  const sent: Sent[] = [];
  const fetch = async (url: string, { method = "", headers, body }: RequestInit): Promise<Response> => {
    const request: Sent = { url, method, headers: headers as Record<string, string>, body };
    sent.push(request);
    return respond(request);
  };
  return {
    fetch,
    last() {
      const last = sent.at(-1);
      if (!last) throw new Error("No request was sent.");
      return last;
    },
  };
}
