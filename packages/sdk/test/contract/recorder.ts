/** What went over the wire in one request. */
export interface Exchange {
  request: Request;
  response: Response;
}

export interface Recorder {
  fetch(url: string, init: RequestInit): Promise<Response>;
  exchanges: Exchange[];
  /** How many requests were sent, answered or not. */
  sent: number;
}

/** A `fetch` that keeps a copy of what it sends and gets. */
export function createRecorder(): Recorder {
  const recorder: Recorder = {
    exchanges: [],
    sent: 0,
    async fetch(url, init) {
      recorder.sent++;
      const request = new Request(url, init);
      const response = await fetch(url, init);
      recorder.exchanges.push({ request, response: response.clone() });
      return response;
    },
  };
  return recorder;
}
