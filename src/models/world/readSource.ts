import { requireText } from "../../internal/requireText.js";
import { TariffError } from "../../internal/TariffError.js";

/** Longest line that says where parameters come from. */
const longestSource = 500;

/** Where the parameters of a model come from, in a line. */
export function readSource(source: string): string {
  const path = "assumptions.source";
  const text = requireText(source, path);
  if (text.trim() !== "" && text.length <= longestSource) return text;
  throw new TariffError({
    code: text.length > longestSource ? "too-long" : "empty",
    path,
    received: text,
    advice: `Name where the parameters come from in 1 to ${longestSource} characters, or omit the key.`,
  });
}
