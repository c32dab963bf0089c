/**
 * Calls `fetch` with a separate signal, which is not aborted after `fetch` has failed. undici keeps reading a response that
 * it has refused, such as one with more than five content encodings. An abort would then make it emit an error without a
 * listener, which ends the process.
 *
 * @param signal - ends the request, and the body of the response
 * @param bodySignal - ends the body of the response as well
 */
export async function fetchUntil(
  signal: AbortSignal,
  bodySignal: AbortSignal | undefined,
  fetch: (own: AbortSignal) => Promise<Response>,
): Promise<Response> {
  const own = new AbortController();
  const end = () => own.abort(signal.reason);
  signal.addEventListener("abort", end);
  try {
    const response = await fetch(own.signal);
    // Not on the signal itself, which may live long and would count its listeners.
    if (bodySignal) AbortSignal.any([bodySignal]).addEventListener("abort", () => own.abort(bodySignal.reason));
    return response;
  } catch (error) {
    signal.removeEventListener("abort", end);
    throw error;
  }
}
