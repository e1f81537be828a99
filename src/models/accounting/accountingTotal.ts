import type { Money } from "../../exact/money.js";
import type { PercentagePoints, Rate } from "../../exact/rate.js";

/**
 * Duties of one group of flows before and after a scenario, if trade did not change.
 *
 * @category Models
 */
export interface AccountingTotal {
  /** The code of the group; `"all"` for the whole. */
  readonly key: string;
  /** Its name. */
  readonly name: string;
  /** Sum of the customs values; the scenario leaves it as it is. */
  readonly customsValue: Money;
  /** Duties in the baseline. */
  readonly baselineDuties: Money;
  /** Duties in the scenario. */
  readonly duties: Money;
  /** Duties in the scenario less duties in the baseline. */
  readonly additionalDuties: Money;
  /** Effective rate in the baseline. */
  readonly baselineRate: Rate;
  /** Effective rate in the scenario. */
  readonly effectiveRate: Rate;
  /** Effective rate in the scenario less that in the baseline, in percentage points. */
  readonly rateChange: PercentagePoints;
}
