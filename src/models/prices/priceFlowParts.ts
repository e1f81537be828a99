import { Decimal } from "../../exact/decimal.js";
import { rateFromNumber } from "../../exact/fromNumber.js";
import { amountsOf, type Baseline } from "../../trade/baseline.js";
import { requireDuties } from "../../trade/requireDuties.js";
import type { FlowPart } from "../flowContributions.js";
import type { CommodityFlows } from "./commodityFlows.js";

/** What each flow adds: its part of the duties of each commodity, times what the commodity adds. */
export function priceFlowParts(
  baseline: Baseline,
  flows: CommodityFlows,
  changed: ReadonlyMap<number, Decimal>,
  parts: Float64Array,
): readonly FlowPart[] {
  const { customsValue } = amountsOf(baseline);
  const before = requireDuties(baseline, "baseline");
  const added = [...changed].filter(([flow]) => flows.ours[flow] === 1);
  const extra = added.map(([flow, after]) => after.minus(before[flow] as Decimal).toNumber());
  const duties = new Float64Array(parts.length);
  const eachPart = (flow: number, take: (commodity: number, share: number) => void): void => {
    for (let k = flows.start[flow]!; k < flows.start[flow + 1]!; k++)
      take(flows.commodity[k]!, flows.share[k]!);
  };
  added.forEach(([flow], at) => {
    eachPart(flow, (c, share) => {
      duties[c]! += extra[at]! * share;
    });
  });
  return added.map(([flow, after], at): FlowPart => {
    let contribution = 0;
    eachPart(flow, (c, share) => {
      if (duties[c] !== 0) contribution += (parts[c]! * extra[at]! * share) / duties[c]!;
    });
    const value = (customsValue[flow] as Decimal).toNumber();
    const rate = (duty: Decimal) => rateFromNumber(value === 0 ? 0 : duty.toNumber() / value);
    return {
      at: flow,
      before: rate(before[flow] as Decimal),
      after: rate(after),
      contribution: new Decimal(contribution),
    };
  });
}
