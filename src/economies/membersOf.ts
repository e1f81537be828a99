import { type IsoDate, readDate } from "../internal/isoDate.js";
import { perhaps } from "../internal/nearestSpelling.js";
import { TariffError } from "../internal/TariffError.js";
import type { EconomyCode } from "./economy.js";
import { type GroupCode, groups, isGroupCode } from "./groups.js";

/**
 * The economies that belong to a group on a date, in alphabetical order of their codes.
 *
 * **Source**: [Treaties of accession], the accession treaties and the withdrawal agreement, by date of entry into
 * force. The first and the last day of a membership are included.
 *
 * @throws `unknown-group`, `not-a-date`, `group-not-defined-at-date` before the group existed.
 * @example Before and after the United Kingdom left
 * ```ts
 * import { membersOf } from "tariff-whatif";
 *
 * membersOf("EU", "2020-01-31").includes("GBR"); // => true
 * membersOf("EU", "2020-02-01").includes("GBR"); // => false
 * membersOf("EU27", "2025-01-23").length; // => 27
 * ```
 * @category Economies
 */
export function membersOf(group: GroupCode, on: IsoDate): readonly EconomyCode[] {
  if (!isGroupCode(group)) {
    throw new TariffError({
      code: "unknown-group",
      path: "group",
      received: group,
      advice: `${perhaps(group, Object.keys(groups))}Name one of ${Object.keys(groups).join(", ")}.`,
    });
  }
  const date = readDate(on, "on");
  if (date < groups[group].from) {
    throw new TariffError({
      code: "group-not-defined-at-date",
      path: "on",
      received: on,
      advice: `Give a date from ${groups[group].from} on.`,
    });
  }
  const members = groups[group].members.filter(
    ({ from, until }) => from <= date && (until === null || date <= until),
  );
  return Object.freeze(members.map(({ economy }) => economy).sort());
}
