import type { ExpectedAnswer } from "./check-result.ts";
import { type Document, type Response, resolve, type WithExamples } from "./document.ts";
import { examplesOf } from "./examples.ts";
import type { Described } from "./operations.ts";
import { sensitiveTexts } from "./sensitive.ts";
import { statusToAsk } from "./status.ts";

/** An answer that the mock can be asked for, and how. */
export interface Answer extends ExpectedAnswer {
  request: Record<string, string>;
  sensitive: string[];
}

/**
 * The answers of an operation with a declared status, one for each example of each media type.
 *
 * @throws Error with a sentence, if the description lacks what it takes
 */
export function answersOf(document: Document, operation: Described, declared: string): Answer[] {
  const statuses = operation.responses.map(([status]) => status);
  const status = statusToAsk(declared, statuses);
  const response = operation.responses.find(([each]) => each === declared)?.[1] ?? {};
  const content = Object.entries(response.content ?? {});
  const headers = headersOf(document, response);
  if (content.length === 0) {
    return [{ status, body: undefined, headers, request: { Prefer: `code=${status}` }, sensitive: [] }];
  }
  return content.flatMap(([mediaType, media]) => {
    if (!/[/+]json$|^text\//.test(mediaType)) throw new Error(`cannot be covered: a response in ${mediaType}`);
    const examples = examplesOf(document, media);
    if (examples.length === 0) throw new Error(`cannot be covered: the ${mediaType} response has no example`);
    return examples.map(({ name, value }) => ({
      status,
      body: value,
      headers,
      request: {
        Prefer: name ? `code=${status}, example=${name}` : `code=${status}`,
        ...(content.length > 1 && { Accept: mediaType }),
      },
      sensitive: sensitiveTexts(document, media.schema, value),
    }));
  });
}

function headersOf(document: Document, response: Response): ExpectedAnswer["headers"] {
  return Object.entries(response.headers ?? {}).flatMap(([name, header]) =>
    examplesOf(document, resolve<WithExamples>(document, header))
      .slice(0, 1)
      .map(({ value }): [string, string] => [name, `${value}`]),
  );
}
