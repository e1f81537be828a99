import { readOptions } from "../internal/readOptions.js";
import { readIdAndTitle } from "./readIdAndTitle.js";
import { requireScenario, type Scenario, sealScenario } from "./scenario.js";

/**
 * The same scenario under another identifier and title, for example after {@link bind} gave it a rate.
 *
 * @throws `not-defined`, `missing-key`, `unknown-key`, `wrong-type`, `too-long`.
 * @example Two closings of one open scenario
 * ```ts
 * import { bind, januaryScenarios, renameScenario } from "tariff-whatif";
 *
 * const closed = bind(januaryScenarios.europeanUnion, { euRate: "10%" });
 * renameScenario(closed, { id: "eu-10", title: "European Union 10%" }).id; // => "eu-10"
 * ```
 * @category Scenarios
 */
export function renameScenario<Open extends string, Shares extends string>(
  scenario: Scenario<Open, Shares>,
  names: {
    /** The new identifier. */
    readonly id: string;
    /** The new line for people. */
    readonly title: string;
  },
): Scenario<Open, Shares> {
  requireScenario(scenario, "scenario");
  const { id, title } = readIdAndTitle(readOptions(names, "names", ["id", "title"]), "names");
  return sealScenario({ ...scenario, id, title });
}
