import { describe, expect, it } from "vitest";
import { Decimal } from "../../src/exact/decimal.js";
import type { Step } from "../../src/policy/language/step.js";
import { compileSteps } from "../../src/policy/rates/compileSteps.js";
import { type DutyTree, dutyTree } from "../../src/policy/rates/linear/dutyTree.js";
import { foldForm, formsAtFirst, hasForms } from "../../src/policy/rates/linear/foldForms.js";
import {
  dutiesForm,
  type Form,
  minus,
  noForm,
  plus,
  signOf,
  times,
  valueForm,
} from "../../src/policy/rates/linear/form.js";
import { add, cap, policyOf, raise, replace, scale, split } from "../support/steps.js";

const form = (ofValue: string, ofDuties: string): Form => ({
  ofValue: new Decimal(ofValue),
  ofDuties: new Decimal(ofDuties),
});
const written = ({ ofValue, ofDuties }: Form) => [ofValue.toString(), ofDuties.toString()];
const amount = ({ ofValue, ofDuties }: Form, duties: number) =>
  ofValue.times(200).plus(ofDuties.times(duties));

const compiled = (...steps: Step[]) => compileSteps(policyOf(...steps));
const treeOf = (...steps: Step[]) => dutyTree(compiled(...steps), (step) => step.valueFor("8703230000"));

/** The duties of a line of 200 that paid so much before. */
function dutiesOf(tree: DutyTree, before: number): string {
  let at = tree;
  while ("above" in at) at = amount(at.above, before).gt(0) ? at.yes() : at.no();
  return amount(at.duties, before).toString();
}

const total = ["baseline", "surcharge", "floor"];

describe("amounts that depend on a line", () => {
  it("are added, subtracted and multiplied in both parts", () => {
    const [one, other] = [form("0.25", "1"), form("0.1", "-0.5")];
    expect(written(plus(one, other))).toEqual(["0.35", "0.5"]);
    expect(written(minus(one, other))).toEqual(["0.15", "1.5"]);
    expect(written(times(one, new Decimal("0.5")))).toEqual(["0.125", "0.5"]);
    for (const each of [one, other]) {
      expect(written(plus(each, noForm))).toEqual(written(each));
      expect(written(plus(noForm, each))).toEqual(written(each));
      expect(written(minus(each, noForm))).toEqual(written(each));
      expect(written(times(each, new Decimal(0))).map(Number)).toEqual([0, -0].map(Math.abs));
    }
    expect(written(minus(noForm, one))).toEqual(["-0.25", "-1"]);
    expect(written(times(valueForm, new Decimal("0.3")))).toEqual(["0.3", "0"]);
    expect(written(times(dutiesForm, new Decimal("0.3")))).toEqual(["0", "0.3"]);
  });

  it.each([
    ["1", "1", true],
    ["1", "0", undefined],
    ["0", "1", undefined],
    ["1", "-1", undefined],
    ["-1", "1", undefined],
    ["0", "0", false],
    ["-1", "0", false],
    ["0", "-1", false],
    ["-1", "-1", false],
  ] as const)("%s of the value and %s of the duties: above zero is %s", (value, duties, expected) => {
    expect(signOf(form(value, duties))).toBe(expected);
  });
});

describe("the duties of a line of 200", () => {
  const rows: readonly (readonly [what: string, steps: Step[], before: number, after: string])[] = [
    ["nothing", [], 10, "10"],
    ["ten percent on top", [add("a")], 10, "30"],
    ["and five more of the same authority", [add("a"), add("b", { rate: "5%" })], 10, "40"],
    ["one rate in place of another", [replace("r", { authority: "baseline", of: ["baseline"] })], 30, "10"],
    ["of two", [add("a"), replace("r", { authority: "deal", of: ["baseline", "surcharge"] })], 30, "10"],
    ["of one, on what it keeps", [add("a"), replace("r", { of: ["baseline"], rate: "1%" })], 30, "22"],
    ["a floor under it", [raise("f", { of: total })], 10, "30"],
    ["a floor that is reached", [raise("f", { of: total })], 40, "40"],
    ["a floor under a surcharge", [add("a"), raise("f", { of: total })], 8, "30"],
    ["a floor of the surcharge alone", [add("a"), raise("f", { of: ["surcharge"] })], 8, "38"],
    ["two floors", [raise("f", { of: total }), raise("g", { of: total, rate: "20%" })], 8, "40"],
    ["a ceiling", [add("a", { rate: "25%" }), cap("c", { of: total })], 10, "30"],
    ["a ceiling below the rest", [add("a", { rate: "25%" }), cap("c", { of: total })], 50, "50"],
    ["a ceiling at the rest", [add("a", { rate: "25%" }), cap("c", { of: total })], 30, "30"],
    ["a ceiling above it", [add("a", { rate: "5%" }), cap("c", { of: total })], 10, "20"],
    ["a ceiling over a subsidy", [add("a", { rate: "-3%" }), cap("c", { of: total })], 40, "34"],
    [
      "a ceiling that takes from the duties",
      [add("a"), cap("c", { of: total, authority: "baseline" })],
      50,
      "30",
    ],
    ["a quarter", [scale("s", { of: ["baseline"], share: "0.25" })], 10, "2.5"],
    ["a quarter of another", [add("a"), scale("s", { share: "0.25" })], 10, "15"],
    ["a quarter of nobody's", [scale("s", { share: "0.25" })], 10, "10"],
    // 10 + a quarter of 20 and three quarters of 40.
    [
      "parts",
      [split("s", { share: "0.25", first: [add("a")], rest: [add("b", { rate: "20%" })] })],
      10,
      "45",
    ],
    // Half of the line has 100 and duties of 5: the floor makes them 15.
    ["a floor under a part", [split("s", { first: [raise("f", { of: total })] })], 10, "20"],
    ["a floor that a part reaches", [split("s", { first: [raise("f", { of: total })] })], 40, "40"],
    ["a floor under the rest", [split("s", { share: "0.8", rest: [raise("f", { of: total })] })], 10, "14"],
    ["what comes after parts", [split("s", { first: [add("a")] }), scale("h")], 10, "15"],
    ["a condition just not met", [add("a", { when: { authority: "baseline", above: "5%" } })], 10, "10"],
    ["a condition met", [add("a", { when: { authority: "baseline", above: "5%" } })], 11, "31"],
    [
      "a condition on who charges nothing",
      [add("a", { when: { authority: "surcharge", above: "0%" } })],
      11,
      "11",
    ],
    [
      "a condition on a surcharge",
      [add("a"), add("b", { when: { authority: "surcharge", above: "9.9%" } })],
      10,
      "50",
    ],
    [
      "a condition of a part",
      [split("s", { first: [add("a", { when: { authority: "baseline", above: "5%" } })] })],
      11,
      "21",
    ],
  ];
  it.each(rows)("%s", (_what, steps, before, after) => {
    expect(dutiesOf(treeOf(...steps), before)).toBe(after);
  });

  it("follow one question after another", () => {
    const tree = treeOf(
      add("a", { when: { authority: "baseline", above: "5%" } }),
      raise("f", { of: total, rate: "12%" }),
      cap("c", { of: total, rate: "20%" }),
    );
    // 4 %: filled up to 24; 5 %: the same; 5.5 %: 11 + 20; 15 %: 30 + 20 less 10; 25 %: all 20 are taken.
    expect([8, 10, 11, 30, 50].map((before) => dutiesOf(tree, before))).toEqual([
      "24",
      "24",
      "31",
      "40",
      "50",
    ]);
  });

  it("follow several questions of one step, and of parts", () => {
    const inPart = add("a", { rate: "25%", when: { authority: "baseline", above: "5%" } });
    const tree = treeOf(
      split("s", { first: [inPart, cap("c", { of: total })], rest: [raise("f", { of: total })] }),
    );
    // Halves of 100. Duties of 5 stay 5, and become 15; 6 and 25 are capped at 15, and 6 becomes 15; 20 and 25 lose the
    // 25, and 20 is above the floor.
    expect([10, 12, 40].map((before) => dutiesOf(tree, before))).toEqual(["20", "30", "40"]);
  });

  it("need no question where every line gives the same answer", () => {
    expect(treeOf(add("a"), raise("f", { of: ["surcharge"], rate: "5%" }))).toHaveProperty("duties");
    const more = treeOf(
      add("a", { authority: "baseline" }),
      add("b", { when: { authority: "baseline", above: "5%" } }),
    );
    expect(more).toHaveProperty("duties");
    expect(dutiesOf(more, 10)).toBe("50");
    expect(treeOf(raise("f", { of: total }))).toHaveProperty("above");
  });

  it("are worked out when a line first asks, and then kept", () => {
    const asked: string[] = [];
    const steps = compiled(add("first"), raise("f", { of: total }), add("last"));
    const tree = dutyTree(steps, (each) => {
      asked.push(each.step.id);
      return each.valueFor("8703230000");
    });
    expect(asked).toEqual(["first", "f"]);
    if (!("above" in tree)) throw new Error("The floor asks nothing.");
    const yes = tree.yes();
    expect(asked).toEqual(["first", "f", "f", "last"]);
    expect(tree.yes()).toBe(yes);
    expect(asked).toHaveLength(4);
    // 10 + 20, on top of what fills 30 up: nothing; and 20 more.
    expect(dutiesOf(tree.no(), 10)).toBe("50");
  });

  it("leave out the steps that do not meet the line", () => {
    const tree = dutyTree(compiled(add("a"), add("b", { rate: "5%" })), ({ step }) =>
      step.id === "a" ? undefined : new Decimal("0.05"),
    );
    expect(dutiesOf(tree, 10)).toBe("20");
  });

  it("pass on what goes wrong elsewhere", () => {
    const broken = () =>
      dutyTree(compiled(add("a")), () => {
        throw new Error("elsewhere");
      });
    expect(broken).toThrow("elsewhere");
  });

  it("are as they were where a decision throws", () => {
    const duties = formsAtFirst();
    const [step] = compiled(split("s", { first: [add("a")], rest: [raise("f", { of: total })] }));
    const undecided = () => {
      throw new Error("undecided");
    };
    expect(() =>
      foldForm(step!, valueForm, duties, (each) => each.valueFor("8703230000"), undecided),
    ).toThrow("undecided");
    expect([...duties].map(([who, duty]) => [who, ...written(duty)])).toEqual([["baseline", "0", "1"]]);
  });
});

describe("policies that have forms", () => {
  const { rate: _, ...bare } = add("d");
  const { share: _share, ...cut } = scale("l");
  const when = { authority: "baseline", above: "5%" } as const;
  const plain: readonly Step[] = [
    add("a", { measure: "m", when }),
    replace("r", { when }),
    raise("f"),
    cap("c"),
    scale("s", { share: "1/3" }),
    scale("q", { share: { quota: "1", of: "2" } }),
    split("p", { first: [add("x")], rest: [split("y", { rest: [scale("z")] })] }),
  ];
  const strange: readonly (readonly [string, Step])[] = [
    ["a base", add("a", { base: ["customs value"] })],
    ["a duty of parts", { ...bare, duty: { sum: ["5%"] } } as Step],
    ["the Swiss formula", { ...cut, operator: "swissFormula", rate: "15%" } as Step],
    ["a linear cut", { ...cut, operator: "linearCut", share: "0.5" } as Step],
    ["a quota counted in units", split("s", { share: { quota: "5", unit: "kg" } })],
    ["a condition on a fact", add("a", { when: { fact: "mode", is: ["vessel"] } })],
    ["another limit", add("a", { when: { authority: "baseline", atLeast: "5%" } })],
    ["two limits", add("a", { when: { ...when, below: "9%" } })],
    ["a list of conditions", add("a", { when: [when] })],
  ];

  it("say nothing but rates, shares and one limit", () => {
    expect(hasForms([])).toBe(true);
    for (const step of plain) expect([step.id, hasForms(compiled(step))]).toEqual([step.id, true]);
    expect(hasForms(compiled(...plain))).toBe(true);
  });

  it.each(strange)("and not %s, on its own, beside others, or in a part", (_what, step) => {
    expect(hasForms(compiled(step))).toBe(false);
    expect(hasForms(compiled(add("before"), step))).toBe(false);
    expect(hasForms(compiled(split("outer", { first: [step] })))).toBe(false);
    expect(hasForms(compiled(split("outer", { rest: [step] })))).toBe(false);
  });
});
