import { identifierForm } from "../internal/identifier.js";
import { plainLine } from "../internal/plainLine.js";
import { TariffError } from "../internal/TariffError.js";

/** Reads the identifier and title of a scenario made from others. */
export function readIdAndTitle({ id, title }: { readonly id: string; readonly title: string }, path: string) {
  const at = (key: string) => (path === "" ? key : `${path}.${key}`);
  if (typeof id !== "string" || !identifierForm.test(id)) {
    throw new TariffError({
      code: typeof id !== "string" ? "wrong-type" : "out-of-range",
      path: at("id"),
      received: id,
      advice: "Use up to 64 letters, digits, dots, dashes and underscores, starting with a letter or digit.",
    });
  }
  if (typeof title !== "string" || title.length > 400 || !plainLine.test(title)) {
    throw new TariffError({
      code: typeof title === "string" && title.length > 400 ? "too-long" : "wrong-type",
      path: at("title"),
      received: title,
      advice:
        "Give a line of 1 to 400 characters, not blank, none of them a control character or one that turns the direction of text.",
    });
  }
  return { id, title };
}
