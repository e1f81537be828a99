import { appliedRate, type Step } from "tariff-whatif";
import { describe, expect, it } from "vitest";
import { expectRefusal } from "../support/refusal.js";
import { add, cap, policyOf, query, raise, rateOf, replace, scale, split } from "../support/steps.js";

const charged = (base: object, ...steps: Step[]) =>
  appliedRate(policyOf(...steps), query({ base: base as { mfn: "1%" } }));

describe("the six operators", () => {
  it("add: on top of what the authority charges", () => {
    expect(charged({ mfn: "2.5%" }, add("a", { rate: "10%" }), add("b", { rate: "-3%" }))).toEqual({
      rate: "9.5%",
      byAuthority: { mfn: "2.5%", surcharge: "7%" },
    });
    expect(charged({ surcharge: "1%" }, add("a")).byAuthority).toEqual({ surcharge: "11%" });
  });

  it("replace: what the named authorities charge together, by one rate", () => {
    const step = replace("r", { authority: "deal", of: ["mfn", "surcharge"], rate: "15%" });
    expect(charged({ mfn: "2.5%", other: "1%" }, add("a"), step)).toEqual({
      rate: "16%",
      byAuthority: { other: "1%", deal: "15%" },
    });
    expect(charged({ mfn: "2.5%" }, replace("r", { authority: "mfn", of: ["mfn"], rate: "0%" })).rate).toBe(
      "0%",
    );
  });

  it("raiseTotalTo: fills up what is missing, and never lowers", () => {
    expect(charged({ mfn: "2.5%" }, raise("f"))).toEqual({
      rate: "15%",
      byAuthority: { mfn: "2.5%", floor: "12.5%" },
    });
    expect(charged({ mfn: "20%" }, raise("f"))).toEqual({ rate: "20%", byAuthority: { mfn: "20%" } });
    expect(charged({ mfn: "2.5%", other: "50%" }, raise("f")).rate).toBe("65%");
    expect(charged({ mfn: "2.5%" }, raise("f"), raise("g", { rate: "20%" })).byAuthority.floor).toBe("17.5%");
  });

  // "15 percent, column 1 duty included": the ceiling limits the additional duty and never takes from the ordinary one.
  it.each([
    ["0%", "25%", "15%"],
    ["6%", "25%", "15%"],
    ["25%", "25%", "25%"],
    ["0%", "10%", "10%"],
    ["20.8%", "10%", "20.8%"],
  ] as const)(
    "capTotalAt: an ordinary duty of %s and a surcharge of %s are %s all in",
    (mfn, surcharge, rate) => {
      const after = charged({ mfn, surcharge }, cap("c"));
      expect(after.rate).toBe(rate);
      expect(after.byAuthority.mfn).toBe(mfn);
    },
  );

  it("capTotalAt: takes the excess from the authority that gives way, and never raises", () => {
    expect(charged({ mfn: "20%", surcharge: "3%" }, cap("c", { authority: "mfn" })).byAuthority).toEqual({
      mfn: "12%",
      surcharge: "3%",
    });
    expect(charged({ mfn: "1%", surcharge: "0%", other: "40%" }, cap("c")).rate).toBe("41%");
    expect(charged({ mfn: "20%", surcharge: "-3%" }, cap("c")).byAuthority.surcharge).toBe("-3%");
  });

  it("capTotalAt: refuses an authority whose rate is not in the total", () => {
    expectRefusal(
      () => policyOf(cap("c", { authority: "other" })),
      "unknown-authority",
      "steps[0].authority",
    );
  });

  it("scale: by a share, the named only", () => {
    expect(charged({ mfn: "10%", surcharge: "20%" }, scale("s", { share: "0.25" })).byAuthority).toEqual({
      mfn: "10%",
      surcharge: "5%",
    });
    expectRefusal(
      () => charged({ mfn: "10%" }, scale("s", { of: ["mfn", "nobody"], share: "0" })),
      "unknown-authority",
      "policy.steps.s",
    );
  });

  it("split: a share of the value takes one list, the rest another", () => {
    const step = split("s", {
      share: "0.3",
      first: [add("a", { rate: "10%" })],
      rest: [add("b", { rate: "20%" })],
    });
    expect(charged({ mfn: "5%" }, step)).toEqual({
      rate: "22%",
      byAuthority: { mfn: "5%", surcharge: "17%" },
    });
    const nested = split("s", {
      share: "0.5",
      first: [split("t", { share: "0.5", first: [add("a", { rate: "40%" })] })],
    });
    expect(rateOf([nested])).toBe("10%");
  });

  it("split: a floor inside looks at the rate on its own part", () => {
    const step = split("s", { share: "0.5", first: [raise("f")], rest: [] });
    expect(charged({ mfn: "5%" }, step)).toEqual({ rate: "10%", byAuthority: { mfn: "5%", floor: "5%" } });
  });

  it.each(["0", "1"] as const)("split at a share of %s takes one side whole", (share) => {
    const step = split("s", { share, first: [add("a", { rate: "10%" })], rest: [add("b", { rate: "20%" })] });
    expect(rateOf([step])).toBe(share === "1" ? "10%" : "20%");
  });

  it("order is the order of the list", () => {
    const [plus, half] = [add("a", { rate: "10%" }), scale("s", { share: "0.5" })];
    expect([rateOf([plus, half]), rateOf([half, plus])]).toEqual(["5%", "10%"]);
  });
});
