import { readOptions } from "../../../internal/readOptions.js";
import { TariffError } from "../../../internal/TariffError.js";
import { longestLabel } from "../calibration/readLabels.js";
import type { SectorCore } from "../solver/core.js";
import { requireEconomy } from "../solver/readTariffs.js";

/**
 * Economies that set their tariffs together.
 *
 * @category Sectors
 */
export interface SectorBloc {
  /** Name of the bloc. */
  readonly name: string;
  /** Labels of its members. */
  readonly members: readonly string[];
}

/** A bloc as places in the world. */
export interface Player {
  readonly name: string;
  readonly members: readonly number[];
}

/** Reads the labels of one bloc. */
export function readMembers(core: SectorCore, labels: readonly string[], path: string): readonly number[] {
  if (!Array.isArray(labels) || labels.length === 0 || labels.length >= core.n) {
    throw new TariffError({
      code: Array.isArray(labels) && labels.length === 0 ? "empty" : "wrong-type",
      path,
      received: labels,
      advice: "Pass a list of labels that names some economies but not all.",
    });
  }
  const members = Array.from(labels).map((label, q) => requireEconomy(core, label, `${path}[${q}]`));
  if (new Set(members).size === members.length) return members;
  throw new TariffError({
    code: "duplicate-id",
    path,
    received: labels.join(", "),
    advice: "Name each economy once.",
  });
}

/** Reads who plays: each economy by itself for `"all"`, or blocs without a common member. */
export function readPlayers(
  core: SectorCore,
  value: readonly SectorBloc[] | "all",
  path: string,
): readonly Player[] {
  if (value === "all") return [...core.position].map(([name, at]) => ({ name, members: [at] }));
  if (!Array.isArray(value) || value.length < 2 || value.length > core.n) {
    throw new TariffError({
      code: !Array.isArray(value) ? "wrong-type" : value.length < 2 ? "empty" : "too-long",
      path,
      received: value,
      advice: 'Pass two or more blocs, each with a name and members, or "all" for every economy by itself.',
    });
  }
  const players = Array.from(value as readonly SectorBloc[]).map((bloc, b): Player => {
    readOptions(bloc, `${path}[${b}]`, ["name", "members"]);
    if (typeof bloc.name !== "string" || bloc.name === "" || bloc.name.length > longestLabel) {
      throw new TariffError({
        code: typeof bloc.name === "string" && bloc.name !== "" ? "too-long" : "wrong-type",
        path: `${path}[${b}].name`,
        received: bloc.name,
        advice: `Give the bloc a name of up to ${longestLabel} characters.`,
      });
    }
    return { name: bloc.name, members: readMembers(core, bloc.members, `${path}[${b}].members`) };
  });
  const members = players.flatMap((player) => player.members);
  const names = players.map((player) => player.name);
  if (new Set(members).size === members.length && new Set(names).size === names.length) return players;
  throw new TariffError({
    code: new Set(names).size === names.length ? "overlapping-scope" : "duplicate-id",
    path,
    received: `${players.length} blocs, ${members.length} members`,
    advice: "Give each bloc its own name, and put each economy into one bloc at most.",
  });
}

/** Reads whether one rate falls on all sectors or each has its own. */
export function readShape(value: "uniform" | "bySector"): "uniform" | "bySector" {
  if (value === "uniform" || value === "bySector") return value;
  throw new TariffError({
    code: typeof value === "string" ? "out-of-range" : "wrong-type",
    path: "shape",
    received: value,
    advice: 'Say "uniform" for one rate on all sectors, or "bySector" for one rate on each.',
  });
}
