import { findEconomy, membersOf, partnerName } from "tariff-whatif";
import { describe, expect, it } from "vitest";
import { expectRefusal } from "../support/refusal.js";

describe("economies", () => {
  it("has the members of the Union on the days they joined and left", () => {
    const count = (on: "1958-01-01") => membersOf("EU", on).length;
    const days = [
      "1958-01-01",
      "1972-12-31",
      "1973-01-01",
      "1981-01-01",
      "1986-01-01",
      "1995-01-01",
      "2004-04-30",
      "2004-05-01",
      "2007-01-01",
      "2013-07-01",
      "2020-01-31",
      "2020-02-01",
    ];
    expect(days.map((day) => count(day as "1958-01-01"))).toEqual([
      6, 6, 9, 10, 12, 15, 15, 25, 27, 28, 28, 27,
    ]);
  });

  it("gives the 27 in the order of their codes, frozen", () => {
    const members = membersOf("EU27", "2025-01-23");
    expect(members.join()).toBe(
      "AUT,BEL,BGR,CYP,CZE,DEU,DNK,ESP,EST,FIN,FRA,GRC,HRV,HUN,IRL,ITA,LTU,LUX,LVA,MLT,NLD,POL,PRT,ROU,SVK,SVN,SWE",
    );
    expect(Object.isFrozen(members)).toBe(true);
  });

  it("refuses a group before it existed, an unknown group and a day that is none", () => {
    expectRefusal(() => membersOf("EU27", "2020-01-31"), "group-not-defined-at-date", "on");
    expectRefusal(() => membersOf("EU", "1957-12-31"), "group-not-defined-at-date", "on");
    expectRefusal(() => membersOf("BRICS" as never, "2025-01-01"), "unknown-group", "group");
    expectRefusal(() => membersOf("toString" as never, "2025-01-01"), "unknown-group", "group");
    for (const day of [
      "2025-02-29",
      "2025-13-01",
      "2025-00-10",
      "2025-01-00",
      "1900-02-29",
      "20250101",
      "2025-1-1",
    ])
      expectRefusal(() => membersOf("EU", day as "2025-01-01"), "not-a-date", "on");
    expect(membersOf("EU", "2024-02-29")).toHaveLength(27);
    expect(membersOf("EU", "2000-02-29")).toHaveLength(15);
  });

  it("finds an economy by each system, and only by the one named", () => {
    expect(findEconomy({ system: "un-m49", code: "076" })).toEqual({
      code: "BRA",
      alpha2: "BR",
      numeric: "076",
      name: "Brazil",
    });
    expectRefusal(() => findEconomy({ system: "un-m49", code: "76" }), "unknown-economy", "code");
    expectRefusal(() => findEconomy({ system: "iso-alpha-2", code: "BRA" }), "unknown-economy", "code");
    expectRefusal(() => findEconomy({ system: "iso-alpha-3", code: "EU27" }), "unknown-economy", "code");
    expectRefusal(() => findEconomy({ system: "census" as never, code: "5700" }), "wrong-type", "system");
  });

  it("names partners", () => {
    expect([partnerName("CHN"), partnerName("EU27"), partnerName("EU"), partnerName("ROW")]).toEqual([
      "China",
      "European Union (27)",
      "European Union",
      "Rest of the world",
    ]);
    expectRefusal(() => partnerName("XXX" as never), "unknown-economy", "partner");
    expectRefusal(() => partnerName("__proto__" as never), "unknown-economy", "partner");
  });
});
