import { TariffError } from "../../../internal/TariffError.js";

/** Runs something whose errors name places of its own options, and names the places of the caller's instead. */
export function placedIn<T>(places: Readonly<Record<string, string>>, run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof TariffError)) throw error;
    const { code, path, received, advice } = error;
    const first = /^[^.[]*/.exec(path)?.[0] ?? "";
    const place = places[first];
    if (place === undefined) throw error;
    throw new TariffError({ code, path: place + path.slice(first.length), received, advice });
  }
}

/** Where the options of {@link calibrateSectors} stand in the assumptions of a model. */
export const placesOfWorld = {
  economies: "assumptions.figures.economies",
  sectors: "assumptions.figures.sectors",
  accounts: "assumptions.figures.accounts",
  tradeElasticities: "assumptions.figures.tradeElasticities",
  tariffs: "assumptions.baselineTariffs",
  deficits: "assumptions.deficits",
} as const;

/** Where the options of {@link tariffsBySector} stand in the options of a model. */
export const placesOfTariffs = { figures: "assumptions.figures", weights: "baseline" } as const;
