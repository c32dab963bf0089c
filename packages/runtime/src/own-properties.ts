/**
 * A copy that inherits nothing, for reading what somebody else made: what `Object.prototype` was given by whoever
 * polluted it is neither an option nor a header, a hook nor a credential. `{ a, b }` inherits from it too, so what is
 * handed to `fetch` and the like goes through here as well.
 *
 * Copied are own properties, and those of the object's classes, with their getters: all but what comes from the root of
 * its prototypes. Functions lose no `this` by that where they are called on the object that they come from.
 *
 * @param value null and undefined are taken for an object without properties
 */
export function ownProperties<Value extends object>(value: Value | null | undefined): Value {
  const copy = Object.create(null);
  const { getPrototypeOf } = Object;
  for (let holder = value; holder && (holder === value || getPrototypeOf(holder)); holder = getPrototypeOf(holder)) {
    for (const name of Object.getOwnPropertyNames(holder)) copy[name] = value?.[name as keyof Value];
  }
  return copy;
}
