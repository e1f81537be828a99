/**
 * What does one customs entry cost, and under which law? A seat with a steel frame from Germany, a watch from China,
 * and garlic at cents a kilo, on one entry by sea of September 2025.
 *
 *   npm run example -- one-entry
 */
import {
  assessEntry,
  explainEntry,
  harborMaintenanceFee,
  merchandiseProcessingFee,
  roundingRules,
} from "tariff-whatif/entry";

const day = "2025-09-15";
const duty = { kind: "duty", per: "line", base: ["customs value"] } as const;

const sheet = assessEntry({
  entry: {
    id: "2025-0915",
    day,
    currency: "USD",
    facts: { arrivesBy: "vessel" },
    lines: [
      // 30 % of the seat's value is steel: the metal duty falls on it, the reciprocal rate on the rest.
      { id: "1", product: "9401.79.00", origin: "DEU", value: "10000", values: { "the metal": "3000" } },
      {
        id: "2",
        product: "9102.21.70",
        origin: "CHN",
        value: "28000",
        quantities: { piece: "700" },
        values: { "the case": "6300", "the strap, band or bracelet": "2100", "the metal": "0" },
      },
      {
        id: "3",
        product: "0703.20.00",
        origin: "CHN",
        value: "49167",
        quantities: { kg: "25719" },
        values: { "the metal": "0" },
      },
    ],
  },
  measures: [
    {
      ...duty,
      authority: "mfn",
      law: "Harmonized Tariff Schedule, column 1 general",
      rate: {
        byProduct: {
          "94017900": "Free",
          "91022170": "$1.53 each + 4.2% on the case + 9.8% on the strap, band or bracelet",
          "07032000": "0.43¢/kg",
        },
      },
    },
    {
      ...duty,
      authority: "section-232",
      law: "Trade Expansion Act of 1962, section 232",
      products: ["940179"],
      rate: "50%",
      base: [{ valueOf: "the metal" }],
    },
    {
      ...duty,
      authority: "ieepa-fentanyl",
      law: "Executive Order 14195 as amended",
      origins: ["CHN"],
      rate: "20%",
    },
    {
      ...duty,
      authority: "ieepa-reciprocal",
      law: "Executive Order 14257 as amended",
      rate: { byLine: { "1": "15%", "2": "10%", "3": "10%" } },
      base: ["customs value", { valueOf: "the metal", less: true }],
    },
    { ...duty, authority: "antidumping", law: "case A-570-831", products: ["070320"], rate: "6¢/kg" },
    merchandiseProcessingFee({ day, entry: "formal", exemptClaims: ["S", "S+", "KR"] }),
    harborMaintenanceFee,
  ],
  rounding: roundingRules.unitedStates,
});

console.log(explainEntry(sheet));
