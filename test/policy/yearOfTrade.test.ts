import { describe, expect, it } from "vitest";
import { Decimal } from "../../src/exact/decimal.js";
import { chargeOf } from "../../src/policy/rates/chargeOf.js";
import { compileSteps } from "../../src/policy/rates/compileSteps.js";
import { givenBy } from "../../src/policy/rates/foldSteps.js";
import { totalOf } from "../../src/policy/rates/readQuery.js";
import { quantityIn, refuseYear, type Shipment } from "../../src/policy/rates/shipment.js";
import { expectRefusal } from "../support/refusal.js";
import { policyOf, split } from "../support/steps.js";

const one = new Decimal(1);
const weighed = new Map([["kg", new Decimal(2500)]]) as Shipment["quantities"];
const shipment: Shipment = { facts: new Map(), quantities: weighed, currency: "USD" };
const year: Shipment = { ...shipment, year: { baseline: "trade-2024", goods: "0807" } };
const nothing = { quantities: new Map(), currency: undefined } as const;

describe("quantities", () => {
  it("are converted to the unit that is asked for, of a shipment and of a year", () => {
    for (const of of [shipment, year])
      expect([quantityIn(of, "kg", "s").toString(), quantityIn(of, "t", "s").toString()]).toEqual([
        "2500",
        "2.5",
      ]);
  });

  it("that are not stated are asked for where they would stand", () => {
    const ask = (of: Shipment) => () => quantityIn(of, "hl", "s");
    expect(expectRefusal(ask(shipment), "unit-mismatch", "quantities.hl").received).toBe('"kg"');
    expect(expectRefusal(ask(year), "unit-mismatch", "baseline.columns.quantities").received).toBe('"kg"');
    const both = new Map([...weighed, ["piece", one]]) as Shipment["quantities"];
    for (const of of [shipment, year])
      expect(expectRefusal(ask({ ...of, quantities: both }), "unit-mismatch").received).toBe('"kg, piece"');
    const [noShipment, noYear] = [
      { ...shipment, ...nothing },
      { ...year, ...nothing },
    ];
    expect(expectRefusal(ask(noShipment), "missing-quantity", "quantities.hl").received).toBe("undefined");
    expect(expectRefusal(ask(noYear), "missing-quantity", "baseline.columns.quantities").received).toBe(
      "undefined",
    );
  });
});

describe("what a law counts by the shipment", () => {
  const fee = { sum: [{ amount: "7", currency: "USD" }] } as const;
  const perTon = { sum: [{ amount: "7", currency: "USD", per: "t" }] } as const;
  const charge = (duty: typeof fee | typeof perTon, of: Shipment) =>
    chargeOf(duty, new Decimal(1000), one, of, "s").amount.toString();

  it("is refused of a year, where an amount per unit is not", () => {
    expect(charge(fee, shipment)).toBe("7");
    expect([charge(perTon, shipment), charge(perTon, year)]).toEqual(["17.5", "17.5"]);
    const error = expectRefusal(() => charge(fee, year), "missing-fact", "scenario.steps.s");
    expect(error.received).toBe('"an amount once a shipment"');
    expect(() => refuseYear(shipment, "a quota", "s")).not.toThrow();
  });

  it("needs the currency of the value, or of the baseline", () => {
    const euros = { ...shipment, currency: "EUR" };
    expectRefusal(() => charge(fee, euros), "currency-mismatch", "value");
    expectRefusal(() => charge(fee, { ...shipment, ...nothing }), "missing-key", "value");
    expectRefusal(
      () => charge(perTon, { ...year, currency: "EUR" }),
      "currency-mismatch",
      "baseline.currency",
    );
    expectRefusal(() => charge(perTon, { ...year, ...nothing }), "missing-key", "baseline.currency");
  });

  it("is a quota too: it fills up over the year", () => {
    const [step] = compileSteps(policyOf(split("q", { share: { quota: "1000", unit: "kg" } })));
    const share = (of: Shipment) =>
      givenBy(step!, {
        importer: "USA",
        exporter: "CHN",
        product: "0807",
        on: "any-date",
        statuses: "any-status",
        shipment: of,
      }).toString();
    expect(share(shipment)).toBe("0.4");
    expect(share({ ...shipment, quantities: new Map([["kg", new Decimal(1000)]]) as never })).toBe("1");
    expect(expectRefusal(() => share(year), "missing-fact", "scenario.steps.q").received).toBe('"a quota"');
  });
});

it("a total below minus the value is shown as a share of it, or as an amount where there is no value", () => {
  const total = (value: number, ...duties: number[]) =>
    totalOf(
      new Map(duties.map((duty, at) => [`a${at}`, new Decimal(duty)])),
      new Decimal(value),
      "somewhere",
    ).toString();
  expect([total(200, -150, -50), total(200, 3, 4), total(0)]).toEqual(["-200", "7", "0"]);
  expect(expectRefusal(() => total(200, -250), "rate-below-minus-100", "somewhere").received).toBe('"-125%"');
  // 700 of 600 are seven sixths.
  expect(expectRefusal(() => total(600, -700), "rate-below-minus-100").received).toBe('"-116.666667%"');
  expect(expectRefusal(() => total(0, -5), "rate-below-minus-100").received).toBe('"-5"');
});
