/** Freezes a value and all it holds without recursion, so that a write to an input throws; returns it. */
export function freeze<T>(value: T): T {
  const waiting: unknown[] = [value];
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (typeof next !== "object" || next === null || Object.isFrozen(next) || ArrayBuffer.isView(next))
      continue;
    Object.freeze(next);
    for (const key of Object.getOwnPropertyNames(next)) {
      const { value: inner } = Object.getOwnPropertyDescriptor(next, key) ?? {};
      waiting.push(inner);
    }
  }
  return value;
}
