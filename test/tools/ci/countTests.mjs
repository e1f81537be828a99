/**
 * Counts the tests that ran and says so on the last line: `node countTests.mjs STATUS REPORT:FLOOR...`. STATUS is the exit
 * code of the steps before. A report that is missing or cannot be read, and fewer tests than the floor, count as failures:
 * "0 passed, 0 failed" must never look like success.
 */
import { readFileSync } from "node:fs";

const [status, ...wanted] = process.argv.slice(2);
let passed = 0;
let failed = 0;
const complaints = [];

for (const each of wanted) {
  const [path, floor] = each.split(":");
  let report;
  try {
    report = JSON.parse(readFileSync(path, "utf8"));
  } catch {
    complaints.push(`${path} was not written: its tests did not run to the end.`);
    continue;
  }
  passed += report.numPassedTests;
  failed += report.numFailedTests;
  if (!(report.numPassedTests + report.numFailedTests >= Number(floor))) {
    complaints.push(`${path}: ${report.numPassedTests} tests passed, at least ${floor} must run.`);
  }
}

if (wanted.length === 0) complaints.push("No report was named.");
// A step other than a test that failed (lint, types, build, documentation, a file that does not load) is one failure.
if (status !== "0" && failed === 0) complaints.push("A step failed that is not a test.");
for (const complaint of complaints) console.log(complaint);
failed += complaints.length;
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
