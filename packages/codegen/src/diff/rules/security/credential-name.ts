import type { SecurityScheme } from "../../../document/openapi.ts";
import { camelCase } from "../../../names/names.ts";

/** The function that makes the credential of a scheme. */
export function credentialName(name: string, { "x-sdk-name": given }: SecurityScheme): string {
  return camelCase(String(given ?? name));
}
