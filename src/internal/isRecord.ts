/** Whether a value is an object used as a record: neither a list nor a Map, a Date or the like, whose content is not in keys. */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && Object.prototype.toString.call(value) === "[object Object]";
