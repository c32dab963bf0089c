/** What went over the wire in one request. */
export interface Exchange {
  request: Request;
  response: Response;
}

export interface Recorder {
  fetch(url: string, init: RequestInit): Promise<Response>;
  exchanges: Exchange[];
}

/** A `fetch` that keeps a copy of what it sends and gets. */
export function createRecorder(): Recorder {
  const exchanges: Exchange[] = [];
  return {
    exchanges,
    async fetch(url, init) {
      const request = new Request(url, init);
      const response = await fetch(url, init);
      exchanges.push({ request, response: response.clone() });
      return response;
    },
  };
}
