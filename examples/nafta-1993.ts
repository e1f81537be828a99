/**
 * What did NAFTA do? Caliendo and Parro's world of 1993 under the tariffs of 2005: the table as printed, and beside it the
 * exact change of real income, which the printed first-order sum is not.
 *
 *   npm run example -- nafta-1993 <folder>
 *
 * The folder holds `prepared.json.gz`: arrays by economy and sector from the authors' replication files.
 */
import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { toMarkdown } from "tariff-whatif";
import { calibrateSectors, sectorEquilibrium } from "tariff-whatif/sectors";

const file = `${process.argv[3] ?? ""}/prepared.json.gz`;
if (existsSync(file)) {
  const data = JSON.parse(gunzipSync(readFileSync(file)).toString()) as {
    readonly regions: readonly string[];
    readonly sectors: readonly string[];
  } & Record<
    "pi_nij0" | "gamma_nkj" | "gamma_nj" | "alpha_nj" | "tau_nij0" | "tau_nij1" | "theta_j" | "wL_n" | "D_n",
    readonly number[]
  >;
  const [n, s] = [data.regions.length, data.sectors.length];
  /** The file has importers first; the package has exporters first. */
  const turned = (values: readonly number[]): Float64Array =>
    Float64Array.from(values, (_, at) => {
      const [exporter, importer, sector] = [Math.floor(at / (n * s)), Math.floor(at / s) % n, at % s];
      return values[(importer * n + exporter) * s + sector] ?? 0;
    });

  // The data are no equilibrium: the baseline is one with the tariffs of 1993 and balanced trade.
  const world = calibrateSectors({
    economies: data.regions,
    sectors: data.sectors,
    accounts: {
      expenditureShares: turned(data.pi_nij0),
      valueAddedShares: data.gamma_nj,
      inputShares: data.gamma_nkj,
      consumptionShares: data.alpha_nj,
      valueAdded: data.wL_n,
      deficits: data.D_n,
    },
    tradeElasticities: data.theta_j,
    tariffs: turned(data.tau_nij0),
    deficits: "removed",
  });
  const { economies, firstOrder, residual } = sectorEquilibrium(world, {
    tariffs: turned(data.tau_nij1),
    tariffsAre: "total",
  });
  const percent = (value: number | undefined, places = 2) => `${(value ?? Number.NaN).toFixed(places)}%`;
  console.log("NAFTA, tariffs of 1993 to those of 2005 between its members\n");
  console.log(
    toMarkdown(
      ["Mexico", "Canada", "USA"].map((label) => {
        const i = data.regions.indexOf(label);
        const parts = firstOrder[i];
        return {
          economy: label,
          "welfare, first order (as printed)": percent(parts?.welfarePercent),
          "of it terms of trade": percent(parts?.termsOfTradePercent),
          "of it volume of trade": percent(parts?.volumeOfTradePercent),
          "real wage": percent(economies[i]?.realWagePercent),
          "welfare, exact": percent(economies[i]?.welfarePercent, 4),
        };
      }),
    ),
  );
  const mexico = economies[data.regions.indexOf("Mexico")];
  const share = (revenue = 0, income = 1) => percent((100 * revenue) / income);
  const before = world.finalUse[data.regions.indexOf("Mexico")];
  console.log(
    `Why they differ for Mexico: tariff revenue falls from ${share(mexico?.levels.tariffRevenueBefore, before)} to ${share(mexico?.levels.tariffRevenue, mexico?.levels.finalUse)} of income,`,
  );
  console.log("and the first-order sum holds the weights of a world in which it had not.");
  console.log(`Solved to a residual of ${residual.toExponential(0)} over all equations.`);
} else {
  console.log("Name the folder with prepared.json.gz: npm run example -- nafta-1993 <folder>");
}
