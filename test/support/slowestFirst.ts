import { BaseSequencer, type TestSpecification } from "vitest/node";

/** What takes over five seconds, the slowest first: begun late, one of them keeps a worker while the other has nothing to do. */
const slow = [
  "fuzz/fuzz",
  "golden/predictedAndRealised",
  "badInput/everyPlace",
  "house/package",
  "badInput/randomScenarios",
  "house/examples",
  "examples/examples",
  "house/bundlers",
  "sql/toSql",
  "models/prices/working",
  "exact/findRoot",
  "oracle/sectorsLarge",
  "house/browserFile",
];

/** Files in the order of vitest, which a fresh clone gives by size, but the slow ones before all others. */
export class SlowestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const at = slow.findIndex((name) => moduleId.endsWith(`/test/${name}.test.ts`));
      return at < 0 ? slow.length : at;
    };
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}
