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

  it("reads the codes of statistical offices, where numbers differ from those of UN M49", () => {
    const comtrade = (code: string) => findEconomy({ system: "comtrade", code }).code;
    expect(["842", "251", "381", "380", "757", "579", "699", "490", "36", "156"].map(comtrade)).toEqual([
      ...["USA", "FRA", "ITA", "ITA", "CHE", "NOR", "IND", "TWN", "AUS", "CHN"],
    ]);
    expect(findEconomy({ system: "us-census", code: "5700" }).code).toBe("CHN");
    expect(findEconomy({ system: "world-bank", code: "ROM" }).code).toBe("ROU");
    expect(findEconomy({ system: "comext", code: "EL" }).code).toBe("GRC");
    expect(findEconomy({ system: "comex-stat", code: "160" }).code).toBe("CHN");
    expect(expectRefusal(() => comtrade("0"), "unknown-economy", "code").advice).toContain("all partners");
    expect(expectRefusal(() => comtrade("97"), "unknown-economy", "code").advice).toContain("group");
    expect(expectRefusal(() => comtrade("899"), "unknown-economy", "code").advice).toContain("not specified");
    expect(
      expectRefusal(() => findEconomy({ system: "un-m49", code: "842" }), "unknown-economy", "code").advice,
    ).toContain("In comtrade this code is United States");
  });

  it("takes a name, whatever its case and accents, and says who may have been meant", () => {
    const codes = ["China", "CN", "USA", "Korea, South", "Cote d'Ivoire", "Türkiye", "turkey", "Viet Nam"];
    expect(codes.map((name) => findEconomy(name).code)).toEqual([
      ...["CHN", "CHN", "USA", "KOR", "CIV", "TUR", "TUR", "VNM"],
    ]);
    expect(expectRefusal(() => findEconomy("Chnia"), "unknown-economy", "").advice).toContain(
      'Did you mean "CHN" (China)?',
    );
    expect(expectRefusal(() => partnerName("CN" as never), "unknown-economy", "partner").advice).toContain(
      'Did you mean "CHN" (China)?',
    );
    expectRefusal(() => findEconomy(""), "unknown-economy", "");
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
