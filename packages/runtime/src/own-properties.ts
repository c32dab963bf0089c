/**
 * Copies an object without its inherited properties. A polluted `Object.prototype` then adds no option, header, hook or
 * credential. Object literals inherit from `Object.prototype` too, so arguments for `fetch` and the like are copied as well.
 *
 * The copy has the object's own properties and those of its classes, with getters evaluated; it lacks those of the root
 * prototype. Call a method on the original object, not on the copy, to keep its `this`.
 *
 * @param value - null and undefined count as an object without properties
 */
export function ownProperties<Value extends object>(value: Value | null | undefined): Value {
  const copy = Object.create(null);
  const { getPrototypeOf } = Object;
  for (let holder = value; holder && (holder === value || getPrototypeOf(holder)); holder = getPrototypeOf(holder)) {
    for (const name of Object.getOwnPropertyNames(holder)) copy[name] = value?.[name as keyof Value];
  }
  return copy;
}
