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
    const same = entries.every(
      ([prefix, given]) => given === value.byProduct[prefix as keyof typeof value.byProduct],
    );
    return same ? value : { byProduct: Object.fromEntries(entries) };
  };
  // A step in which nothing changes stays the same object, so that what was compiled from it stays too.
  return steps.map((step, index) => {
    const at = `${path}[${index}]`;
    if (step.operator === "split") {
      const share = one(step.share, "share", `${at}.share`) as StepShare;
      const first = mapValues(step.first, change, `${at}.first`);
      const rest = mapValues(step.rest, change, `${at}.rest`);
      const same = share === step.share && isSame(first, step.first) && isSame(rest, step.rest);
      return same ? step : { ...step, share, first, rest };
    }
    if (step.operator === "scale" || step.operator === "linearCut") {
      const share = one(step.share, "share", `${at}.share`) as StepShare;
      return share === step.share ? step : { ...step, share };
    }
    if (step.rate === undefined) return step;
    const rate = one(step.rate, "rate", `${at}.rate`) as StepRate;
    return rate === step.rate ? step : { ...step, rate };
  });
}

const isSame = (one: readonly Step[], other: readonly Step[]): boolean =>
  one.every((step, index) => step === other[index]);
