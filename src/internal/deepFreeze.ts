/** Freezes a value and all it holds, in place; typed arrays cannot be frozen and are left as they are. */
export function deepFreeze<T>(value: T): T {
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value) || Object.isFrozen(value))
    return value;
  Object.freeze(value);
  for (const key in value) {
    const inner = value[key];
    if (typeof inner === "object" && inner !== null) deepFreeze(inner);
  }
  return value;
}
