import { readOptions } from "../../internal/readOptions.js";
import type { Scenario } from "../../scenario/scenario.js";
import type { Baseline } from "../../trade/baseline.js";
import type { PassThroughByStage, PriceAssumptions } from "./priceAssumptions.js";
import { requireRecord } from "./requireRecord.js";

/**
 * What `pricesEvaluator` keeps fixed and what it leaves to vary.
 *
 * @category Consumer prices
 */
export interface PricesEvaluatorOptions {
  /** The data. */
  readonly baseline: Baseline;
  /** The scenario; its open parameters become inputs, rates as fractions. */
  readonly scenario: Scenario<string>;
  /** What the model assumes; what is left out of the three stages and of followers becomes an input. */
  readonly assumptions: Omit<PriceAssumptions, "passThrough" | "domesticFollowers"> & {
    /** The stages of the pass-through that are known; the others become inputs of their names. */
    readonly passThrough: Partial<PassThroughByStage>;
    /** Domestic producers who follow import prices; left out, their share becomes the input `followersShare`. */
    readonly domesticFollowers?: PriceAssumptions["domesticFollowers"];
  };
}

type Given = PricesEvaluatorOptions["assumptions"];

/** What can be left open besides parameters of a scenario; each a share. */
export const openShares = ["border", "wholesale", "retail", "followersShare"] as const;

/** Which of them the assumptions leave open. */
export function leftOpen(assumptions: Given): readonly string[] {
  const { passThrough, domesticFollowers } = readOptions(
    assumptions,
    "assumptions",
    ["tables", "margins", "passThrough", "substitution"],
    ["domesticFollowers", "path"],
  );
  const stages = readOptions(
    requireRecord(passThrough, "assumptions.passThrough"),
    "assumptions.passThrough",
    [],
    ["border", "wholesale", "retail", "source"],
  );
  return openShares.filter((name) =>
    name === "followersShare" ? domesticFollowers === undefined : stages[name] === undefined,
  );
}

/** The assumptions with the inputs in place of what was left open. */
export function assume(assumptions: Given, inputs: Readonly<Record<string, number>>): PriceAssumptions {
  const { passThrough, domesticFollowers } = assumptions;
  return {
    ...assumptions,
    passThrough: {
      source: "inputs of the evaluator",
      border: inputs.border!,
      wholesale: inputs.wholesale!,
      retail: inputs.retail!,
      ...given(passThrough),
    },
    domesticFollowers:
      domesticFollowers === undefined
        ? { share: inputs.followersShare!, source: "input of the evaluator" }
        : domesticFollowers,
  };
}

/** The stages that are given: a key with the value undefined counts as absent. */
const given = (stages: Partial<PassThroughByStage>): Partial<PassThroughByStage> =>
  Object.fromEntries(Object.entries(stages).filter(([, value]) => value !== undefined));
