import type { SecurityScheme } from "../../../description/openapi.ts";
import { camelCase } from "../../../names.ts";

/** The function that makes the credential of a scheme. */
export function credentialName(name: string, { "x-sdk-name": given }: SecurityScheme): string {
  return camelCase(String(given ?? name));
}
