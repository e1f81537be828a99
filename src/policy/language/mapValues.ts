import type { Rate } from "../../exact/rate.js";
import type { OpenValue, ShareText, Step, StepRate, StepShare } from "./step.js";

type Given = Rate | ShareText | OpenValue;
type Change = (value: Given, kind: "rate" | "share", path: string) => Given;

/** Copies steps with every rate and share, those in tables and splits too, passed through a function. */
export function mapValues(steps: readonly Step[], change: Change, path = "steps"): Step[] {
  const one = (value: StepRate | StepShare, kind: "rate" | "share", at: string) => {
    if (typeof value === "object" && "quota" in value) return value;
    if (typeof value === "string" || "parameter" in value) return change(value, kind, at);
    const entries = Object.entries(value.byProduct).map(
      ([prefix, given]) => [prefix, change(given, kind, `${at}.byProduct.${prefix}`)] as const,
    );
    return { byProduct: Object.fromEntries(entries) };
  };
  return steps.map((step, index) => {
    const at = `${path}[${index}]`;
    if (step.operator === "split") {
      const share = one(step.share, "share", `${at}.share`) as StepShare;
      const first = mapValues(step.first, change, `${at}.first`);
      return { ...step, share, first, rest: mapValues(step.rest, change, `${at}.rest`) };
    }
    if (step.operator === "scale" || step.operator === "linearCut")
      return { ...step, share: one(step.share, "share", `${at}.share`) as StepShare };
    if (step.rate === undefined) return step;
    return { ...step, rate: one(step.rate, "rate", `${at}.rate`) as StepRate };
  });
}
