import { requireText } from "../../../internal/requireText.js";
import { TariffError } from "../../../internal/TariffError.js";

const longest = 300;

/** Refuses anything but a text of 1 to 300 characters. */
export function requireWord(value: unknown, path: string): string {
  const text = requireText(value, path);
  if (text.trim() !== "" && text.length <= longest) return text;
  throw new TariffError({
    code: text.length > longest ? "too-long" : "empty",
    path,
    received: text,
    advice: `Give a text of 1 to ${longest} characters.`,
  });
}
