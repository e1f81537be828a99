import { Decimal } from "../../exact/decimal.js";
import type { Baseline } from "../../trade/baseline.js";
import { requireDuties } from "../../trade/requireDuties.js";
import type { FlowPart } from "../flowContributions.js";
import type { Quantity } from "../outcome.js";
import type { CommodityFlows } from "./commodityFlows.js";

/** What each flow adds: its part of the duties of each commodity, times what the commodity adds. */
export function priceFlowParts(
  baseline: Baseline,
  flows: CommodityFlows,
  changed: ReadonlyMap<number, Decimal>,
  parts: Float64Array,
  write: (value: number) => Quantity,
): readonly FlowPart[] {
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
  return added.map(([flow], at): FlowPart => {
    let contribution = 0;
    eachPart(flow, (c, share) => {
      if (duties[c] !== 0) contribution += (parts[c]! * extra[at]! * share) / duties[c]!;
    });
    return {
      at: flow,
      before: write(0),
      after: write(contribution),
      contribution: new Decimal(contribution),
    };
  });
}
