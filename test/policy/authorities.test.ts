import { appliedRate, parsePolicy, type Step } from "tariff-whatif";
import { describe, expect, it } from "vitest";
import { requireAuthorities } from "../../src/policy/language/requireAuthorities.js";
import { requireNoOpen } from "../../src/policy/language/requireNoOpen.js";
import { expectRefusal, refusal } from "../support/refusal.js";
import { add, cap, policyOf, query, raise, replace, scale, split } from "../support/steps.js";

const ask =
  (steps: readonly Step[], ...charged: string[]) =>
  () =>
    requireAuthorities(policyOf(...steps), charged, "policy.steps");
const fine = (steps: readonly Step[], ...charged: string[]) => expect(ask(steps, ...charged)).not.toThrow();
const refused = (id: string, authority: string, steps: readonly Step[], ...charged: string[]) =>
  expect(expectRefusal(ask(steps, ...charged), "unknown-authority", `policy.steps.${id}`).received).toBe(
    `"${authority}"`,
  );

describe("an authority that a step names", () => {
  it("is charged before the first step, or by a step, a later one too", () => {
    const half = scale("half", { of: ["mfn"] });
    fine([half], "mfn");
    fine([half, add("a", { authority: "mfn" })]);
    fine([half, split("s", { first: [add("a", { authority: "mfn" })] })]);
    fine([
      half,
      split("s", { rest: [split("t", { rest: [replace("r", { authority: "mfn", of: ["mfn"] })] })] }),
    ]);
    refused("half", "mfn", [half]);
    refused("half", "mfn", [half, add("a")], "other");
  });

  it("is charged by a floor, and not by a ceiling", () => {
    fine([raise("f", { of: ["floor"] })]);
    refused("f", "mfn", [raise("f")]);
    refused("c", "surcharge", [cap("c", { of: ["surcharge"] })]);
    refused("c", "surcharge", [cap("c")], "mfn");
  });

  it("is looked for in conditions, bases and parts", () => {
    refused("a", "x", [add("a", { when: { authority: "x", above: "5%" } })]);
    refused("a", "x", [
      add("a", {
        when: [
          { fact: "mode", is: ["air"] },
          { authority: "x", above: "5%" },
        ],
      }),
    ]);
    fine([add("a", { when: { fact: "mode", is: ["air"] } })]);
    fine([add("a", { when: { authority: "surcharge", above: "5%" } })]);
    refused("a", "x", [add("a", { base: ["customs value", { chargeOf: "x" }] })]);
    fine([add("a", { base: ["customs value", { chargeOf: "mfn" }] })], "mfn");
    refused("deep", "x", [split("s", { first: [scale("deep", { of: ["x"] })] })]);
    refused("deep", "x", [split("s", { rest: [split("t", { rest: [scale("deep", { of: ["x"] })] })] })]);
    refused("r", "x", [add("a"), replace("r", { of: ["surcharge", "x"] })]);
  });
});

describe("open parameters", () => {
  const parameters = { r: { kind: "rate", title: "a rate" }, s: { kind: "share", title: "a share" } };
  const rate = add("a", { rate: { parameter: "r" } });
  const share = scale("h", { share: { parameter: "s" } });
  const open = (...steps: Step[]) =>
    parsePolicy({
      id: "p",
      title: "p",
      parameters: steps.includes(share) ? parameters : { r: parameters.r },
      steps,
    });

  it("are all named, with a value of the kind of the first", () => {
    const error = refusal(() => appliedRate(open(rate, share) as never, query()));
    expect([error.code, error.path, error.received]).toEqual(["open-parameters", "policy", '"r, s"']);
    expect(error.advice).toContain('{ r: "10%" }');
    expect(refusal(() => requireNoOpen(open(share, rate), "x")).advice).toContain('{ s: "0.5" }');
    expect(refusal(() => requireNoOpen({ steps: [] } as never, "x")).advice).toContain(
      "definePolicy or defineScenario",
    );
    expect(() => requireNoOpen(policyOf(add("a")), "x")).not.toThrow();
  });
});
