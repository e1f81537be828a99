import { readOptions } from "../../../internal/readOptions.js";
import { requireText } from "../../../internal/requireText.js";
import { TariffError } from "../../../internal/TariffError.js";
import type { WorldArrays } from "../calibration/worldArrays.js";
import { type Bloc, readBloc } from "./blocWelfare.js";

/** Most blocs: the time grows with their number, and for "each" with its cube. */
const mostBlocs = 250;

/** A bloc with its members as places in the world. */
export interface NamedBloc {
  readonly name: string;
  readonly members: Bloc;
}

/** Reads the blocs of a tariff war. */
export function readBlocs(
  arrays: WorldArrays,
  blocs: readonly { readonly name: string; readonly members: readonly string[] }[] | "each",
): readonly NamedBloc[] {
  const most = Math.min(arrays.n, mostBlocs);
  const count = blocs === "each" ? arrays.n : Array.isArray(blocs) ? blocs.length : undefined;
  if (count === undefined || count < 2 || count > most) {
    throw new TariffError({
      code: count === undefined ? "wrong-type" : count < 2 ? "empty" : "too-long",
      path: "blocs",
      received: blocs,
      advice: `Pass 2 to ${most} blocs, each with a name and members, or "each" for a world of at most ${mostBlocs} economies.`,
    });
  }
  if (blocs === "each") return arrays.economies.map((name, i) => ({ name, members: [i] }));
  const read = Array.from(blocs, (bloc: { name: string; members: readonly string[] }, b) => {
    readOptions(bloc, `blocs[${b}]`, ["name", "members"]);
    const name = requireText(bloc.name, `blocs[${b}].name`);
    return { name, members: readBloc(arrays, bloc.members, `blocs[${b}].members`) };
  });
  const members = read.flatMap((bloc) => bloc.members);
  if (new Set(members).size === members.length) return read;
  throw new TariffError({
    code: "overlapping-scope",
    path: "blocs",
    received: `${members.length} members`,
    advice: "Put each economy into one bloc at most.",
  });
}
