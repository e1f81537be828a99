import { readOptions } from "../internal/readOptions.js";
import { TariffError } from "../internal/TariffError.js";
import type { Economy, EconomyCode } from "./economy.js";
import { iso3166 } from "./iso3166.js";

/**
 * A system of codes for economies: ISO 3166-1 alpha-3, alpha-2, or UN M49 (numeric).
 *
 * @category Economies
 */
export type EconomyCodeSystem = "iso-alpha-3" | "iso-alpha-2" | "un-m49";

const systems: readonly EconomyCodeSystem[] = ["iso-alpha-3", "iso-alpha-2", "un-m49"];

/**
 * The economy that a code names.
 *
 * **Source**: ISO 3166-1; the numeric code is also the UN M49 code.
 *
 * **Leaves out**: groups such as `"EU27"`; codes that were withdrawn.
 *
 * @throws `unknown-economy`, `wrong-type`, `missing-key`, `unknown-key`.
 * @example From the code that UN Comtrade uses
 * ```ts
 * import { findEconomy } from "tariff-whatif";
 *
 * findEconomy({ system: "un-m49", code: "156" }).name; // => "China"
 * findEconomy({ system: "iso-alpha-2", code: "MX" }).code; // => "MEX"
 * ```
 * @category Economies
 */
export function findEconomy(options: {
  /** The system that the code belongs to. */
  readonly system: EconomyCodeSystem;
  /** The code, as text. */
  readonly code: string;
}): Economy {
  const { system, code } = readOptions(options, "", ["system", "code"]);
  if (!systems.includes(system)) {
    throw new TariffError({
      code: "wrong-type",
      path: "system",
      received: system,
      advice: `Name one of ${systems.join(", ")}.`,
    });
  }
  for (const [alpha3, [alpha2, numeric, name]] of Object.entries(iso3166)) {
    if (code === { "iso-alpha-3": alpha3, "iso-alpha-2": alpha2, "un-m49": numeric }[system]) {
      return Object.freeze({ code: alpha3 as EconomyCode, alpha2, numeric, name });
    }
  }
  throw new TariffError({
    code: "unknown-economy",
    path: "code",
    received: code,
    advice: `Give a code of ${system} as text, with leading zeros where it has them.`,
  });
}
