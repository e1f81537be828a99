import { calibrateSectors, type SectorData, type SectorWorld } from "tariff-whatif/sectors";

/** Three economies and two sectors that buy from one another; B charges a tariff. */
export const smallData = (): SectorData => ({
  economies: ["A", "B", "C"],
  sectors: ["goods", "services"],
  accounts: {
    valuation: "customsValue",
    trade: [
      [
        [60, 100],
        [12, 2],
        [6, 1],
      ],
      [
        [10, 1],
        [50, 70],
        [5, 2],
      ],
      [
        [8, 1],
        [4, 1],
        [20, 30],
      ],
    ],
    inputs: [
      [
        [20, 10],
        [15, 25],
      ],
      [
        [18, 6],
        [10, 20],
      ],
      [
        [8, 4],
        [5, 6],
      ],
    ],
  },
  tradeElasticities: [5, 8],
  tariffs: [{ exporter: "all", importer: "B", sectors: ["goods"], tariff: 0.05 }],
  deficits: "ofTheData",
});

/** The same world, with what a test changes. */
export const smallWorld = (changes: Partial<SectorData> = {}): SectorWorld =>
  calibrateSectors({ ...smallData(), ...changes });

/** The same without inputs and without deficits. */
export const plainWorld = (): SectorWorld => {
  const data = smallData();
  return calibrateSectors({
    ...data,
    accounts: { ...data.accounts, inputs: "none" } as SectorData["accounts"],
    deficits: "removed",
  });
};
