/**
 * A copy of options that inherits nothing, so that what `Object.prototype` was given by whoever polluted it is no option.
 * Own enumerable properties are copied, as by `{ ...options }`.
 */
export function ownProperties<Value extends object>(value: Value): Value {
  return Object.assign(Object.create(null), value);
}
