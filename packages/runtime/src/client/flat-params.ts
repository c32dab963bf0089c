/**
 * Makes the parameters of a function of the arguments of a resource's method.
 *
 * @param path those of the path, which the method takes by position
 * @param given what it takes by name
 * @param names the names that the function, or the body, has for those that are called otherwise
 * @param beside the names of those that are no properties of the body; absent if `given` has no such properties
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
