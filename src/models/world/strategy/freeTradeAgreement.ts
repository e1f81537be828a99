import { readOptions } from "../../../internal/readOptions.js";
import { TariffError } from "../../../internal/TariffError.js";
import type { World } from "../calibration/World.js";
import { arraysOf, type WorldArrays } from "../calibration/worldArrays.js";
import { makeShock } from "../solver/makeShock.js";
import { outcomeOf } from "../solver/outcomeOf.js";
import { closureKeys, readClosure, type WorldClosure } from "../solver/readClosure.js";
import { readTariffs, requireMember, type TariffEntries, type WorldTariffs } from "../solver/readTariffs.js";
import { solveScenario } from "../solver/solveScenario.js";
import type { WorldOutcome } from "../solver/WorldOutcome.js";
import { freshWorkspace } from "../solver/workspace.js";

/** A change of welfare (percent) below this is rounding, not a reason to sign. */
const negligible = 1e-9;

/**
 * What {@link freeTradeAgreement} needs.
 *
 * @category World model
 */
export interface FreeTradeAgreementOptions extends WorldClosure {
  /** The tariffs in force before, for example those of a tariff war; they stay with all who are not members. */
  readonly tariffs: WorldTariffs;
  /** The economies that end all tariffs between them; `"all"` for a return to free trade. */
  readonly members: readonly string[] | "all";
}

/**
 * What an agreement to end tariffs means for each economy, and who would sign it.
 *
 * @category World model
 */
export interface FreeTradeAgreement {
  /** One entry for each economy, in the order of the world. */
  readonly economies: readonly {
    /** Label of the economy. */
    readonly economy: string;
    /** Whether it is asked to sign. */
    readonly member: boolean;
    /** Welfare under the tariffs before, change from the baseline in percent. */
    readonly welfareBeforePercent: number;
    /** Welfare under the agreement, change from the baseline in percent. */
    readonly welfareAfterPercent: number;
    /** What the agreement changes: welfare after over welfare before, in percent; a gain above 0. */
    readonly changePercent: number;
  }[];
  /** Members that gain by more than rounding, the largest gain first: they would sign. */
  readonly signatories: readonly string[];
  /** Members that lose by more than rounding, the largest loss first: they would not sign without a compensation. */
  readonly refusers: readonly string[];
  /** Whether no member loses. */
  readonly allSign: boolean;
  /**
   * Change of welfare from before to after, in percent of baseline expenditure of the members together: above 0 where the
   * winners among them could compensate the losers.
   */
  readonly membersGainPercent: number;
  /** The same for the world. */
  readonly worldGainPercent: number;
  /** The equilibrium under the agreement. */
  readonly outcome: WorldOutcome;
}

/**
 * Cooperation: which economies would sign an agreement that ends the tariffs between its members.
 *
 * **Formula**: two equilibria, under the tariffs before and without those between members; a member signs if its welfare
 * rises.
 *
 * **Result**: welfare before and after for each economy (percent changes from the baseline), who gains, who loses, and
 * whether what the members gain together could compensate those among them that lose.
 *
 * **Leaves out**: why those who stay outside would not answer; that a signatory may gain still more by breaking its word
 * ({@link bestResponse} says how much); import subsidies.
 *
 * @throws `TariffError` as {@link worldEquilibrium}; `empty`, `duplicate-id`, `too-long`.
 *
 * @example Who would end the war of all against all?
 * ```ts
 * import { calibrateWorld, freeTradeAgreement, ignatenko2025EatonKortum, nashTariffs } from "tariff-whatif/world";
 *
 * const world = calibrateWorld({
 *   economies: ["A", "B"],
 *   exports: [
 *     [0, 10],
 *     [10, 0],
 *   ],
 *   gdp: [100, 60],
 *   parameters: ignatenko2025EatonKortum,
 * });
 * const closure = { revenueUse: "lumpSumRebate", deficits: "fixedToWorldIncome" } as const;
 * const { blocs } = nashTariffs(world, { blocs: "each", ...closure });
 * const [a, b] = blocs.map(({ tariff }) => tariff) as [number, number];
 * const { signatories, allSign, economies } = freeTradeAgreement(world, {
 *   tariffs: [
 *     [0, b],
 *     [a, 0],
 *   ],
 *   members: "all",
 *   ...closure,
 * });
 * allSign; // => true
 * signatories; // => ["B", "A"]
 * economies.map(({ changePercent }) => changePercent.toFixed(2)); // => ["1.04", "1.99"]
 * ```
 * @category World model
 */
export function freeTradeAgreement(world: World, options: FreeTradeAgreementOptions): FreeTradeAgreement {
  const arrays = arraysOf(world);
  readOptions(options, "", ["tariffs", "members", ...closureKeys.required], [...closureKeys.optional]);
  const closure = readClosure(arrays, options);
  const inside = readMembers(arrays, options.members);
  const entries = readTariffs(arrays, options.tariffs, "tariffs");
  const solve = (tariffs: TariffEntries) => {
    const shock = makeShock(arrays, closure, tariffs);
    const solution = solveScenario(arrays, shock, freshWorkspace(arrays), closure, "tariffs");
    return Object.freeze(outcomeOf(world, arrays, shock, closure, solution));
  };
  const before = solve(entries);
  const outcome = solve(withoutInside(entries, inside, arrays.n));
  const economies = outcome.economies.map(({ economy, welfarePercent }, i) => {
    const welfareBeforePercent = before.economies[i]!.welfarePercent;
    const changePercent = 100 * ((100 + welfarePercent) / (100 + welfareBeforePercent) - 1);
    const member = inside[i] === 1;
    return Object.freeze({
      economy,
      member,
      welfareBeforePercent,
      welfareAfterPercent: welfarePercent,
      changePercent,
    });
  });
  const who = (sign: 1 | -1) =>
    Object.freeze(
      economies
        .filter(({ member, changePercent }) => member && sign * changePercent > negligible)
        .sort((a, b) => sign * (b.changePercent - a.changePercent))
        .map(({ economy }) => economy),
    );
  const gain = (counts: (i: number) => boolean) => {
    let sum = 0;
    let total = 0;
    for (const [i, { welfareAfterPercent, welfareBeforePercent }] of economies.entries()) {
      if (!counts(i)) continue;
      sum += arrays.expenditure[i]! * (welfareAfterPercent - welfareBeforePercent);
      total += arrays.expenditure[i]!;
    }
    return sum / total;
  };
  const refusers = who(-1);
  return Object.freeze({
    economies: Object.freeze(economies),
    signatories: who(1),
    refusers,
    allSign: refusers.length === 0,
    membersGainPercent: gain((i) => inside[i] === 1),
    worldGainPercent: gain(() => true),
    outcome,
  });
}

function readMembers(arrays: WorldArrays, members: readonly string[] | "all"): Uint8Array {
  const inside = new Uint8Array(arrays.n);
  if (members === "all") return inside.fill(1);
  if (!Array.isArray(members) || members.length < 2 || members.length > arrays.n) {
    throw new TariffError({
      code: !Array.isArray(members) ? "wrong-type" : members.length < 2 ? "empty" : "too-long",
      path: "members",
      received: members,
      advice: 'Pass a list of two or more labels, or "all".',
    });
  }
  for (let k = 0; k < members.length; k++) {
    const index = requireMember(arrays, members[k], `members[${k}]`);
    if (inside[index] === 1) {
      throw new TariffError({
        code: "duplicate-id",
        path: `members[${k}]`,
        received: members[k],
        advice: "Name each economy once.",
      });
    }
    inside[index] = 1;
  }
  return inside;
}

/** The tariffs but those between members. */
function withoutInside({ at, tariff }: TariffEntries, inside: Uint8Array, n: number): TariffEntries {
  const kept = Array.from(at.keys()).filter(
    (k) => inside[Math.floor(at[k]! / n)] === 0 || inside[at[k]! % n] === 0,
  );
  return {
    at: Int32Array.from(kept, (k) => at[k]!),
    tariff: Float64Array.from(kept, (k) => tariff[k]!),
  };
}
