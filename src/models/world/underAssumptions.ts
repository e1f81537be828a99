import { reworded } from "../../internal/reworded.js";
import { TariffError } from "../../internal/TariffError.js";

const keys = /^(parameters|revenueUse|deficits|weights)\b/;

/** Runs what reads the assumptions of a question; an error of theirs says that it lies in `assumptions`. */
export function underAssumptions<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof TariffError) || !keys.test(error.path)) throw error;
    throw reworded(error, { path: `assumptions.${error.path}` });
  }
}
