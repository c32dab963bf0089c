import { own } from "../operation/values.ts";

/**
 * Extracts the explanation from an error body: `{ error, details }`, `{ detail }`, a map of fields (Django REST framework),
 * a list of problems (FastAPI), problem details (RFC 9457), `{ errors: [{ message, long_message }] }`, an OAuth error, the
 * title of an HTML page, or text. Empty if there is none. It may quote secrets.
 *
 * @param depth - the deepest level that is searched
 */
export function sentenceOf(body: unknown, depth = 6): string {
  if (typeof body === "string")
    return /<title[^>]{0,99}>([^<]*)/i.exec(body)?.[1] ?? (/^\s*<|\uFFFD/.test(body) ? "" : body);
  if (!body || typeof body !== "object" || !depth) return "";
  const say = (value: unknown): string => sentenceOf(value, depth - 1);
  const join = (parts: string[], separator: string): string => [...new Set(parts.filter(Boolean))].join(separator);

  const field = (name: string): unknown => own(body, name);
  const longMessage = field("long_message");
  if (typeof longMessage === "string") return longMessage;
  // In the order of the sentence. The value of such a field counts if it is text; that of error(s) and detail(s) also if not.
  const telling = ["error", "title", "message", "msg", "detail", "error_description", "details", "errors"]
    .filter((name) => typeof field(name) === "string" || /^(error|detail)s?$/.test(name))
    .map((name) => say(field(name)));
  const sentence = join(telling, ": ").replaceAll(".: ", ": ");
  const loc = field("loc");
  if (sentence) return Array.isArray(loc) ? `${loc.join(".")}: ${sentence}` : sentence;

  const named = Object.entries(body).map(([name, value]) => {
    const text = say(value);
    return text && !/^(\d+|non_field_errors)$/.test(name) ? `${name}: ${text}` : text;
  });
  return join(named, "; ");
}
