/**
 * Copies an object's own enumerable properties to an object without a prototype, so that a polluted `Object.prototype`
 * cannot add options.
 */
export function ownProperties<Value extends object>(value: Value): Value {
  return Object.assign(Object.create(null), value);
}
