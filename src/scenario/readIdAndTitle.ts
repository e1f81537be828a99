import { TariffError } from "../internal/TariffError.js";

const identifier = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

const control = /[\p{Cc}\u2028\u2029]/u;

/** Reads the identifier and title of a scenario made from others. */
export function readIdAndTitle({ id, title }: { readonly id: string; readonly title: string }, path: string) {
  const at = (key: string) => (path === "" ? key : `${path}.${key}`);
  if (typeof id !== "string" || !identifier.test(id)) {
    throw new TariffError({
      code: typeof id !== "string" ? "wrong-type" : "out-of-range",
      path: at("id"),
      received: id,
      advice: "Use up to 64 letters, digits, dots, dashes and underscores, starting with a letter or digit.",
    });
  }
  if (typeof title !== "string" || title.length === 0 || title.length > 400 || control.test(title)) {
    throw new TariffError({
      code: typeof title === "string" && title.length > 400 ? "too-long" : "wrong-type",
      path: at("title"),
      received: title,
      advice: "Give a line of 1 to 400 characters, none of them a control character.",
    });
  }
  return { id, title };
}
