import { asShown } from "./shorten.js";
import { TariffError, type TariffErrorDetails } from "./TariffError.js";

/** The same error with the words of whoever calls; what was received is shown once, not the text that shows it. */
export function reworded(
  { code, path, received, advice }: TariffError,
  change: Partial<Pick<TariffErrorDetails, "path" | "advice">>,
): TariffError {
  return new TariffError({ code, path, received: asShown(received), advice, ...change });
}
