import * as comparison from "./comparison.js";
import { type Row, table } from "./harness.js";
import * as importPackage from "./importPackage.js";
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

const rows: Row[] = [];
for (const { rows: measured } of modules) rows.push(...(await measured()));
console.log(process.argv.includes("--json") ? JSON.stringify(rows, null, 2) : table(rows));
