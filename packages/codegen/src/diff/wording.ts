import { parsePointer } from "../document/openapi.ts";
import type { Who } from "./finding.ts";
import type { Found, Place } from "./found.ts";
import type { DescriptionPair } from "./pairs.ts";
import { enumerate, quote } from "./rules/quote.ts";

type Group = readonly [Found, ...Found[]];

/** The field that a group of findings is about: by the way to it where there is one, else by the type that it is in. */
export function thingOf(group: Group, all: DescriptionPair): string {
  const [first, ...others] = group;
  const path = pathText(first);
  if (others.every((one) => pathText(one) === path)) return path;
  return inType(first, all) ?? path;
}

function pathText({ place, path }: Found): string {
  const steps = place.argument === undefined ? path : [place.argument, ...path];
  const text = joinPath(steps);
  if (text !== "") return quote(text);
  return place.direction === "request" ? "the body" : "the result";
}

function joinPath(steps: readonly string[]): string {
  return steps.reduce((text, step) => (step.startsWith("[") || text === "" ? text + step : `${text}.${step}`), "");
}

/** `Project.owner.id`, of a pointer into the component schemas. */
function inType({ finding }: Found, { base, head }: DescriptionPair): string | undefined {
  const [components, kind, name = "", ...rest] = parsePointer(finding.pointer);
  if (components !== "components" || kind !== "schemas") return undefined;
  const type = head.typeNames.get(name) ?? base.typeNames.get(name) ?? name;
  const steps = rest.flatMap((token, position) => {
    if (rest[position - 1] === "properties") return [token];
    if (token === "items") return ["[]"];
    return token === "additionalProperties" ? ["[key]"] : [];
  });
  return quote(joinPath([type, ...steps]));
}

/** Who a group of findings concerns. */
export function whoOf(group: Group, all: DescriptionPair): Who {
  const places = group.map(({ place }) => place);
  const [first] = places as [Place];
  const names = [...new Set(places.map(({ name }) => name))].sort();
  const isMany = names.length > 1;
  const [one, many] = { operation: ["returns", "return"], webhook: ["sends", "send"], type: ["has", "have"] }[
    first.kind
  ];
  const name = nameOf(first.kind, names);
  const qualified = thingOf(group, all) === inType(group[0], all);
  return {
    name,
    verb: (singular, plural) => (isMany ? plural : singular),
    gives: (isMany ? many : one) ?? "",
    of: (it) => (qualified ? it : `${it} of ${name}`),
    status: statusText(places),
  };
}

function nameOf(kind: Place["kind"], names: readonly string[]): string {
  const texts = enumerate(names.map(quote));
  if (kind === "operation") return texts;
  return kind === "webhook" ? `the webhook${names.length > 1 ? "s" : ""} ${texts}` : `the type ${texts}`;
}

function statusText(places: readonly Place[]): string {
  const statuses = [...new Set(places.flatMap(({ status }) => status ?? []))];
  if (statuses.length === 0 || statuses.some((status) => status.startsWith("2"))) return "";
  const [only, ...others] = statuses;
  return only !== undefined && others.length === 0 ? ` with status ${only}` : " in errors";
}
