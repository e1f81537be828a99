import { readOptions } from "../internal/readOptions.js";
import { requireText } from "../internal/requireText.js";
import { TariffError } from "../internal/TariffError.js";
import { codeSystems, type EconomyCodeSystem, meaningOf } from "./codeSystems.js";
import type { Economy } from "./economy.js";
import { economyNamed } from "./economyNames.js";
import { iso3166 } from "./iso3166.js";
import { isoCodes } from "./isoCodes.js";
import { didYouMean } from "./nearestEconomy.js";

/**
 * A code and its system.
 *
 * @category Economies
 */
export interface EconomyCodeOptions {
  /** The system that the code belongs to. */
  readonly system: EconomyCodeSystem;
  /** The code, as text. */
  readonly code: string;
}

/**
 * The economy that a code or an English name names.
 *
 * **Result**: its ISO 3166-1 codes and its name. A text alone is an alpha-3 code, an alpha-2 code or a name; numbers
 * need their system, because 842 and 251 mean nothing in UN M49 and the United States and France in UN Comtrade.
 *
 * **Source**: [ISO 3166-1], [Code lists of offices], ISO 3166-1, whose numeric code is also the UN M49 code; US
 * Census Bureau, Schedule C; UN Comtrade and CEPII BACI partner codes; World Bank WITS; Eurostat Comext; Comex Stat
 * (Brazil).
 *
 * **Leaves out**: groups such as `"EU27"`, totals, areas not specified; codes that were withdrawn.
 *
 * @throws `unknown-economy`, `wrong-type`, `missing-key`, `unknown-key`.
 * @example From the codes that data files use
 * ```ts
 * import { findEconomy } from "tariff-whatif";
 *
 * findEconomy({ system: "comtrade", code: "842" }).code; // => "USA"
 * findEconomy({ system: "us-census", code: "5700" }).name; // => "China"
 * findEconomy({ system: "un-m49", code: "156" }).name; // => "China"
 * findEconomy("Korea, South").code; // => "KOR"
 * ```
 * @category Economies
 */
export function findEconomy(options: EconomyCodeOptions | string): Economy {
  if (typeof options === "string") return named(options);
  const { system, code } = readOptions(options, "", ["system", "code"]);
  if (!codeSystems.includes(system)) {
    throw new TariffError({
      code: "wrong-type",
      path: "system",
      received: system,
      advice: `Name one of ${codeSystems.join(", ")}.`,
    });
  }
  if (typeof code === "string" && system === "un-m49" && /^\d{1,2}$/.test(code)) {
    throw new TariffError({
      code: "unknown-economy",
      path: "code",
      received: code,
      advice: `Write three digits: it has lost its leading zero and should read "${code.padStart(3, "0")}".`,
    });
  }
  if (typeof code === "string") {
    const meaning = meaningOf(system, code);
    if (meaning?.kind === "economy") return economyOf(meaning.code);
    if (meaning !== undefined) {
      throw new TariffError({
        code: "unknown-economy",
        path: "code",
        received: code,
        advice: `Give the code of one economy: in ${system} this one stands for ${kinds[meaning.kind]}.`,
      });
    }
  }
  const elsewhere =
    typeof code !== "string"
      ? undefined
      : codeSystems.find(
          (other) => other !== "name" && other !== system && meaningOf(other, code)?.kind === "economy",
        );
  throw new TariffError({
    code: "unknown-economy",
    path: "code",
    received: code,
    advice:
      (elsewhere === undefined ? didYouMean(code) : "") +
      `Give a code of ${system} as text, with leading zeros where it has them.` +
      (elsewhere === undefined
        ? ""
        : ` In ${elsewhere} this code is ${economyOf((meaningOf(elsewhere, code) as { code: keyof typeof iso3166 }).code).name}.`),
  });
}

const kinds = {
  economy: "one economy",
  total: "all partners together",
  group: "a group of economies",
  unspecified: "an area that is not specified",
  "no-iso-code": "a state or territory without a code of ISO 3166-1",
} as const;

function economyOf(code: keyof typeof iso3166): Economy {
  const [alpha2, numeric, name] = iso3166[code];
  return Object.freeze({ code, alpha2, numeric, name });
}

function named(text: string): Economy {
  const name = requireText(text, "");
  const code =
    isoCodes.find((each) => each === name) ??
    isoCodes.find((each) => iso3166[each][0] === name) ??
    economyNamed(name);
  if (code !== undefined) return economyOf(code);
  throw new TariffError({
    code: "unknown-economy",
    path: "",
    received: text,
    advice:
      didYouMean(text) +
      'Give an ISO code or an English name, or a code with its system, for example { system: "comtrade", code: "842" }.',
  });
}
