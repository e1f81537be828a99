import * as comparison from "./comparison.js";
import { type Row, table } from "./harness.js";
import * as importPackage from "./importPackage.js";
import * as large from "./large.js";
import * as law from "./law.js";
import * as lines from "./lines.js";
import * as partial from "./partial.js";
import * as prices from "./prices.js";
import * as sectors from "./sectors.js";
import * as uncertainty from "./uncertainty.js";
import * as world from "./world.js";

/** Each module measures one subject; add yours here. */
const modules: readonly { rows: () => Row[] | Promise<Row[]> }[] = [
  comparison,
  lines,
  law,
  partial,
  prices,
  sectors,
  uncertainty,
  world,
  importPackage,
];

const option = (name: string): string | undefined =>
  process.argv.find((each) => each.startsWith(`--${name}=`))?.slice(name.length + 3);

/** A part of the large files that another run of this file asked for. */
const part = option("part");
if (part === undefined) {
  const rows: Row[] = [];
  const chosen = process.argv.includes("--large") ? [...modules, large] : modules;
  for (const { rows: measured } of chosen) rows.push(...(await measured()));
  console.log(process.argv.includes("--json") ? JSON.stringify(rows, null, 2) : table(rows));
} else {
  await large.runPart(part, option("folder") ?? "");
}
