import { writeFile } from "node:fs/promises";
import type { Host } from "../Host.js";
import { UsageError } from "../UsageError.js";

const start = `{
  // A scenario: what changes, and when it is looked at. Comments and trailing commas may stand here.
  "id": "my-scenario",
  "title": "20% on EU steel, and a rate not yet known on its cars",

  // The day it is looked at ("any-date": as if all steps were in force), and how far a step must have got to count.
  "evaluate": { "on": "any-date", "statuses": "any-status" },

  // Values left open: give them with --set carRate=25%, sweep them or seek them.
  "parameters": { "carRate": { "kind": "rate", "title": "Rate on cars" } },

  "steps": [
    {
      "id": "steel",
      "title": "20% on steel from the EU",
      // add: on top of what is charged; replace: instead of what the authorities under "of" charge.
      "operator": "add",
      "authority": "surcharge",
      "rate": "20%",
      // ISO 3166 alpha-3 codes and EU27; products are HS chapters, headings or subheadings, or "all".
      "importers": ["USA"],
      "exporters": ["EU27"],
      "products": ["72"],
      // announced, signed, effective, expires: each a day such as "2025-03-12", or left out.
      "dates": {},
      "status": "threatened",
      "source": { "title": "where the rate is stated" },
    },
    {
      "id": "cars",
      "title": "a rate not yet known on cars from the EU",
      "operator": "add",
      "authority": "surcharge",
      "rate": { "parameter": "carRate" },
      "importers": ["USA"],
      "exporters": ["EU27"],
      "products": ["87"],
      "dates": {},
      "status": "threatened",
      "source": { "title": "where the rate is announced" },
    },
  ],
}
`;

/** `init`: a commented scenario to start from; what is there already stays. */
export async function init(file: string | undefined, host: Host): Promise<void> {
  if (file === undefined || file === "-") {
    host.out(start);
    return;
  }
  try {
    await writeFile(file, start, { flag: "wx" });
  } catch (error) {
    const code = (error as { code?: string }).code;
    throw new UsageError(
      `${file}: ${code === "EEXIST" ? "it exists already" : `it cannot be written (${code})`}.`,
    );
  }
  host.err(`${file} is written; next: tariff-whatif run ${file} --model accounting --set carRate=25%\n`);
}
