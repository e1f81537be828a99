const longest = 80;

const shownAs = /* @__PURE__ */ new WeakMap<object, string>();

/** A text that shows a value already, for whoever passes an error on. */
export function asShown(text: string): object {
  const holder = {};
  shownAs.set(holder, text);
  return holder;
}

/** Shows any value in at most 80 characters, for an error message; it never throws and never runs user code. */
export function shorten(value: unknown): string {
  const text = describe(value);
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}

function describe(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value.slice(0, longest));
  if (typeof value === "function") return "a function";
  if (typeof value === "symbol") return "a symbol";
  if (typeof value === "bigint") return `${value}n`;
  if (typeof value !== "object" || value === null) return String(value);
  const text = shownAs.get(value);
  if (text !== undefined) return text;
  if (Array.isArray(value)) return `a list of ${value.length}`;
  const keys = Object.keys(value);
  const shown = keys.slice(0, 5).map((key) => key.slice(0, 20));
  return `an object with ${keys.length === 0 ? "no keys" : `keys ${shown.join(", ")}${keys.length > 5 ? ", …" : ""}`}`;
}
