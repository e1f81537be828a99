/**
 * A calibrated world of economies and sectors: an equilibrium at the tariffs of the data. Amounts are in the unit of the
 * data; lists by economy and sector are in the order of `economies` and `sectors`.
 *
 * @category Sectors
 */
export interface SectorWorld {
  /** Labels of the economies. */
  readonly economies: readonly string[];
  /** Labels of the sectors. */
  readonly sectors: readonly string[];
  /** Trade elasticity of each sector, above 0. */
  readonly tradeElasticities: readonly number[];
  /** Whether sectors buy inputs from one another. */
  readonly hasInputs: boolean;
  /** Value added of each economy: what its factors earn. */
  readonly valueAdded: readonly number[];
  /** What each economy spends beyond its income; the sum over the world is zero. */
  readonly deficits: readonly number[];
  /** Duties that each economy collects at the tariffs of the data. */
  readonly tariffRevenue: readonly number[];
  /** Final use of each economy: value added, duties and deficit. */
  readonly finalUse: readonly number[];
  /** Shares (0 to 1) of the sectors in final use, by economy and sector. */
  readonly consumptionShares: readonly (readonly number[])[];
  /** What each economy spends on each sector, duty included, for final use and inputs. */
  readonly expenditure: readonly (readonly number[])[];
  /** What each sector of each economy sells, before the duty of importers. */
  readonly output: readonly (readonly number[])[];
  /** How the baseline was made. */
  readonly baseline: {
    /** `"asGiven"`: the accounts are an equilibrium; `"solved"`: they were brought to one, at the tariffs of the data. */
    readonly made: "asGiven" | "solved";
    /** Largest scaled gap over all equations at the baseline. */
    readonly residual: number;
    /** Evaluations of the equations that the baseline took; 0 as given. */
    readonly iterations: number;
    /** Largest relative change of an economy's value added from the accounts, percent; 0 as given. */
    readonly largestChangePercent: number;
  };
  /** Customs value of trade by exporter, importer and sector, own trade included; made when it is first read. */
  readonly trade: readonly (readonly (readonly number[])[])[];
}
