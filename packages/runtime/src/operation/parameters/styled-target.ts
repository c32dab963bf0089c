import { ownProperties } from "../../own-properties.ts";
import type { Operation, Parameter, ParameterDetails, Target } from "../operation.ts";
import { own } from "../values.ts";
import { type Encode, type Layout, layOut } from "./lay-out.ts";
import { fillPath, refuseEmpty } from "./path-target.ts";

/**
 * Writes parameters of all locations and styles of OpenAPI. An operation has it as `target` if one of its parameters needs
 * it, so that other bundles do not contain it.
 */
export function styledTarget(operation: Operation, params: object): Target {
  const path = fillPath(operation.path, (placeholder) => {
    const [, sign, name = "", star] = /^([.;]?)(.+?)(\*?)$/.exec(placeholder) ?? [];
    const style = sign ? (sign === "." ? "label" : "matrix") : "simple";
    const value = own(params, name);
    const text = value === "" ? "" : layOut(ownProperties({ name, style, explode: !!star }), value, encodeURIComponent);
    return text || refuseEmpty(name);
  });
  const query = texts(operation.query, params, "form", encodeURIComponent);
  const cookies = texts(operation.cookie, params, "form", encodeURIComponent);
  const headers = Object.fromEntries(layOutAll(operation.header, params, "simple", String));
  // The style "form" joins with "&", and cookies are joined with "; ".
  if (cookies.length) headers.cookie = cookies.join("; ").replaceAll("&", "; ");
  return { target: query.length ? `${path}?${query.join("&")}` : path, headers };
}

/** The parameters of one location, in order, as name and text. */
function layOutAll(
  parameters: readonly Parameter[] = [],
  params: object,
  usualStyle: Layout["style"],
  encode: Encode,
): [name: string, text: string][] {
  return parameters
    .map((parameter): [string, string] => {
      const details: ParameterDetails = ownProperties(typeof parameter === "string" ? { name: parameter } : parameter);
      const { name, as = name, style = usualStyle, explode = style === "form", json } = details;
      const given = own(params, as);
      const value = json && given != null ? JSON.stringify(given) : given;
      return [name, layOut(ownProperties({ ...details, style, explode }), value, encode)];
    })
    .filter(([, text]) => text);
}

function texts(...place: Parameters<typeof layOutAll>): string[] {
  return layOutAll(...place).map(([, text]) => text);
}
