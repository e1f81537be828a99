import { TariffError } from "../internal/TariffError.js";

/** Refuses what cannot be a model. */
export function requireModel(model: unknown, path: string): void {
  if (typeof model === "function") return;
  throw new TariffError({
    code: "wrong-type",
    path,
    received: model,
    advice: "Pass a model of this package, for example accounting.",
  });
}
