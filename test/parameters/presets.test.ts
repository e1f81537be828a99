import { describe, expect, it } from "vitest";
import * as presets from "../../src/parameters/index.js";
import { readSharedJson } from "../support/sharedCases.js";

const all = Object.entries(presets);

const numbersIn = (value: unknown): number[] =>
  typeof value === "number"
    ? [value]
    : typeof value === "object" && value !== null
      ? Object.values(value).flatMap(numbersIn)
      : [];

describe("presets", () => {
  it.each(all)("%s is a frozen object with its source", (name, preset) => {
    expect(preset.id).toBe(name);
    expect(Object.keys(preset)).toEqual(["id", "values", "source", "confidence", "note"]);
    expect(Object.isFrozen(preset) && Object.isFrozen(preset.values)).toBe(true);
    for (const text of [preset.source, preset.confidence, preset.note]) expect(text).not.toBe("");
    expect(preset.confidence).not.toMatch(/unverified/);
    expect(JSON.parse(JSON.stringify(preset))).toEqual(preset);
  });

  it("never has the 2.53 that was not found in its source", () => {
    for (const [, preset] of all) expect(numbersIn(preset.values).map(Math.abs)).not.toContain(2.53);
  });
});

describe("presets beside the figures", () => {
  type Entry = Record<string, unknown> & { confidence: string };
  const figures = readSharedJson<Record<string, unknown>>("figures/elasticities.json");
  const lists = ["trade_elasticities", "pass_through", "revenue_offsets"].flatMap(
    (key) => figures[key] as Entry[],
  );
  const numberOf = /\d+\.\d+|\d+/g;

  it("hold only numbers of entries that were verified", () => {
    const unverified = lists
      .filter(({ confidence }) => /unverified/.test(confidence))
      .flatMap(({ confidence }) => (confidence.match(numberOf) ?? []).map(Number));
    expect(unverified).toContain(2.53);
    const known = new Set(
      [...lists, figures.caliendo_parro_2015_theta]
        .flatMap(numbersIn)
        .filter((value) => !unverified.includes(value)),
    );
    for (const [name, preset] of all)
      for (const value of numbersIn(preset.values)) {
        expect(unverified, name).not.toContain(Math.abs(value));
        expect(known.has(Math.abs(value)), `${name} ${value}`).toBe(true);
      }
  });

  it("state the confidence that the figures state", () => {
    const stated = new Set([
      ...lists.map(({ confidence }) => confidence),
      "as used in the NAFTA replication data set",
    ]);
    for (const [name, preset] of all)
      expect(stated.has(preset.confidence.replace(/^border: (.*); wholesale.*$/, "$1")), name).toBe(true);
  });
});
