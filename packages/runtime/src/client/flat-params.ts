/**
 * Converts the arguments of a resource's method to the parameters of the function.
 *
 * @param path - the path parameters, which the method takes by position
 * @param given - the parameters that the method takes by name
 * @param names - names in the function or body, by their names in the method, where they differ
 * @param beside - names in `given` that are not properties of the body; undefined if none is a property of the body
 */
export function flatParams<Params extends object>(
  path: object,
  given?: object,
  names: Readonly<Record<string, string>> = {},
  beside?: readonly string[],
): Params {
  const isBeside = ([name]: readonly [string, unknown]) => !beside || beside.includes(name);
  const all = Object.entries(given ?? {});
  const named = (some: typeof all) =>
    Object.fromEntries(some.map(([name, value]) => [Object.hasOwn(names, name) ? names[name] : name, value]));
  const params = { ...named(all.filter(isBeside)), ...path };
  return (beside ? { ...params, body: named(all.filter((one) => !isBeside(one))) } : params) as Params;
}
