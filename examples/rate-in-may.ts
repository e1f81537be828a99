/**
 * What is the rate today, and what was it in May? One seat with a steel frame, from China, Canada and Germany, through
 * all changes of 2025.
 *
 *   npm run example -- rate-in-may
 */
import { appliedRate } from "tariff-whatif";
import { daysOfChange, lawOn } from "tariff-whatif/law";

const exporters = ["CHN", "CAN", "DEU"] as const;
const product = "94017900";

const ratesOn = (day: ReturnType<typeof daysOfChange>[number]) => {
  const law = lawOn({
    day,
    importers: ["USA"],
    confidence: "two sources",
    ordinaryDuty: "mfn",
    // 30 % of the value is steel. Nobody claims the North American preference here: the rate is the one without it.
    metalShares: { steel: "0.3", aluminum: "0", copper: "0" },
    northAmericanClaims: { CAN: "0", MEX: "0" },
  });
  const question = {
    importer: "USA",
    product,
    on: day,
    statuses: ["in-force"],
    base: { mfn: "0%" },
  } as const;
  return exporters.map((exporter) => appliedRate(law, { ...question, exporter }).rate);
};

console.log(`from      ${exporters.map((name) => name.padStart(8)).join("")}`);
let before = "";
for (const day of daysOfChange({ from: "2025-01-01", to: "2025-12-31" })) {
  const row = ratesOn(day)
    .map((rate) => rate.padStart(8))
    .join("");
  if (row !== before) console.log(`${day}${row}`);
  before = row;
}

const may = Object.fromEntries(ratesOn("2025-05-05").map((rate, at) => [exporters[at], rate]));
console.log(`On 5 May 2025: ${JSON.stringify(may)}`);
