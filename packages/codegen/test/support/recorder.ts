/** What was sent. */
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

/** A `fetch` that keeps what is sent, and answers the same each time. */
export function recorder(answer: () => Response = () => Response.json({})): Recorder {
  const sent: Sent[] = [];
  const fetch = async (url: string, { method = "", headers, body }: RequestInit): Promise<Response> => {
    sent.push({ url, method, headers: headers as Record<string, string>, body });
    return answer();
  };
  return {
    fetch,
    last() {
      const last = sent.at(-1);
      if (!last) throw new Error("nothing was sent");
      return last;
    },
  };
}
