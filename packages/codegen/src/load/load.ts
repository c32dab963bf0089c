import { existsSync } from "node:fs";
import {
  BaseResolver,
  bundleDocument,
  createConfig,
  type Document,
  type NormalizedProblem,
  type ResolveError,
  type Source,
  YamlParseError,
} from "@redocly/openapi-core";
import { isObject, type OpenApiDocument, resolvePointer } from "../document/openapi.ts";
import { sha256 } from "../hash.ts";
import { GenerateError, type Problem } from "../problem.ts";
import { displayPath, isUrl, locate, parsedSource, position, rootOf } from "./location.ts";
import { nodeTypesOf } from "./node-types.ts";
import { findReferenceCycle } from "./reference-cycles.ts";

/** A description, bundled into one document. Every remaining `$ref` points into the document. */
export interface LoadedDescription {
  readonly document: OpenApiDocument;
  /** Files that were read, root first: path or URL, and the SHA-256 of the text. */
  readonly sources: readonly { readonly file: string; readonly hash: string }[];
  /** Finds the source file and line of a pointer into the bundled document. */
  locate(pointer: string): Pick<Problem, "file" | "line" | "pointer">;
}

/**
 * Reads an OpenAPI 3.0 or 3.1 description, in YAML or JSON, and bundles its files into one document.
 *
 * @param input - path or http(s) URL of the root file
 * @throws {GenerateError} if a file cannot be read, is not OpenAPI 3.0/3.1, or has a broken `$ref`
 */
export async function loadDescription(input: string): Promise<LoadedDescription> {
  const root = rootOf(input);
  if (!isUrl(root) && !existsSync(root)) fail({ message: "The file does not exist.", file: displayPath(root) });

  const config = await createConfig({});
  const resolver = new BaseResolver(config.resolve);
  const document = await resolver.resolveDocument(null, root, true).catch((error: ResolveError) => error);
  if (document instanceof Error) throw unreadable(document, root);
  checkVersion(document);

  const reading = bundleDocument({
    document,
    config: config.styleguide,
    externalRefResolver: resolver,
    customTypes: nodeTypesOf(document),
  });
  const { bundle: bundled, problems } = await reading.catch(async (error: Error) => {
    const cycle = findReferenceCycle(await sourcesOf(resolver));
    throw cycle ? new GenerateError([cycle]) : error;
  });
  const broken = (await loadedBy(resolver)).find((one) => one instanceof YamlParseError);
  if (broken) throw unreadable(broken, broken.source.absoluteRef);
  const errors = problems.filter((problem) => problem.severity === "error" && !isSchemaName(problem));
  if (errors.length > 0) throw new GenerateError(errors.map(toProblem));

  const documents = await sourcesOf(resolver);
  return {
    document: bundled.parsed as OpenApiDocument,
    sources: [...documents.values()].map(({ absoluteRef, body }) => ({ file: absoluteRef, hash: sha256(body) })),
    locate: (pointer) => locate(documents, root, pointer),
  };
}

/** Returns all sources that were read, by path or URL. */
async function sourcesOf(resolver: BaseResolver): Promise<Map<string, Source>> {
  const sources = (await loadedBy(resolver)).flatMap((one) => (one instanceof Error ? [] : [one.source]));
  return new Map(sources.map((source) => [source.absoluteRef, source]));
}

/** Returns every requested file, or the error of reading it. */
function loadedBy(resolver: BaseResolver): Promise<(Document | Error)[]> {
  return Promise.all([...resolver.cache.values()].map((one) => one.catch((error: Error) => error)));
}

function checkVersion({ parsed, source }: Document): void {
  const place = { file: displayPath(source.absoluteRef), line: 1, pointer: "#" };
  if (source.body.trim() === "")
    fail({ ...place, message: "The file is empty; expected an OpenAPI 3.0 or 3.1 description." });
  if (!isObject(parsed))
    fail({ ...place, message: "This is not an OpenAPI description: its top level is not a mapping." });
  const at = (key: string) => ({ ...position(source, `#/${key}`), file: place.file });
  if (parsed.swagger !== undefined) {
    const message = `This is Swagger ${parsed.swagger}. Convert it to OpenAPI 3 first, for example with swagger2openapi.`;
    fail({ ...at("swagger"), message });
  }
  if (parsed.openapi === undefined)
    fail({ ...place, message: "This is not an OpenAPI description: it has no `openapi` field." });
  if (typeof parsed.openapi === "number")
    fail({ ...at("openapi"), message: 'The version is a number. Write it as a string: "3.1.0" or "3.0.3".' });
  if (!/^3\.[01](\.|$)/.test(String(parsed.openapi))) {
    fail({ ...at("openapi"), message: `OpenAPI ${parsed.openapi} is not supported; 3.0 and 3.1 are.` });
  }
  if (parsed.paths !== undefined && !isObject(parsed.paths)) {
    fail({ ...at("paths"), message: "`paths` must be a mapping from paths to path items." });
  }
}

function unreadable(error: ResolveError | YamlParseError, root: string): GenerateError {
  const { message = String(error), cause } = error.originalError ?? error;
  const { code } = (cause ?? {}) as { code?: string };
  const reason = message.split("\n")[0]?.replace(/\.$/, "") + (code ? ` (${code})` : "");
  if (error instanceof YamlParseError) {
    const message = `This is not valid YAML or JSON: ${reason.replace(/ in "[^"]*" \(\d+:\d+\)$/, "")}.`;
    return new GenerateError([{ level: "error", message, file: displayPath(root), line: error.line || 1 }]);
  }
  return new GenerateError([
    { level: "error", message: `The file could not be read: ${reason}.`, file: displayPath(root) },
  ]);
}

function fail(problem: Omit<Problem, "level">): never {
  throw new GenerateError([{ level: "error", ...problem }]);
}

/** Whether Redocly took the name of a schema in a discriminator mapping for the path of a file. */
export function isSchemaName({ location: [place] }: NormalizedProblem): boolean {
  const value =
    place?.pointer?.includes("/discriminator/mapping/") && resolvePointer(parsedSource(place.source), place.pointer);
  return typeof value === "string" && !/[#/]/.test(value);
}

/** Converts a problem that Redocly found. */
export function toProblem({ message, location: [place] }: NormalizedProblem): Problem {
  const [reason = ""] = message.split("\n");
  if (!place) return { level: "error", message: reason };
  const value = resolvePointer(parsedSource(place.source), place.pointer ?? "#/");
  const target = isObject(value) ? value.$ref : value;
  return {
    level: "error",
    message: typeof target === "string" ? brokenReference(target, reason) : reason,
    file: displayPath(place.source.absoluteRef),
    ...position(place.source, place.pointer ?? "#/"),
  };
}

/** Describes a broken reference. The reason is included for URLs only, where a network error may be temporary. */
function brokenReference(target: string, reason: string): string {
  const [, why] = /^Can't resolve \$ref: (.+)$/.exec(reason) ?? [];
  return isUrl(target) && why
    ? `The $ref "${target}" could not be read: ${why}.`
    : `The $ref "${target}" is broken: there is no such file or component.`;
}
