import { reworded } from "../../../internal/reworded.js";
import { TariffError } from "../../../internal/TariffError.js";

/** Runs something whose errors have the paths of its own options, and gives them the paths of the caller's instead. */
export function withCallersPaths<T>(paths: Readonly<Record<string, string>>, run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof TariffError)) throw error;
    const first = /^[^.[]*/.exec(error.path)?.[0] ?? "";
    const callersPath = paths[first];
    if (callersPath === undefined) throw error;
    throw reworded(error, { path: callersPath + error.path.slice(first.length) });
  }
}

/** Where the options of {@link calibrateSectors} stand in the assumptions of a model. */
export const pathsOfWorld = {
  economies: "assumptions.figures.economies",
  sectors: "assumptions.figures.sectors",
  accounts: "assumptions.figures.accounts",
  tradeElasticities: "assumptions.figures.tradeElasticities",
  tariffs: "assumptions.baselineTariffs",
  deficits: "assumptions.deficits",
} as const;

/** Where the options of {@link tariffsBySector} stand in the options of a model. */
export const pathsOfTariffs = { figures: "assumptions.figures", weights: "baseline" } as const;
