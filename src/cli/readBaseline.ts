import { type Baseline, parseBaseline } from "tariff-whatif";
import type { Host } from "./Host.js";
import { parseFile } from "./parseFile.js";
import { readText } from "./readText.js";

/** The figures that come with the package, loaded when they are asked for. */
const bundled: Readonly<Record<string, () => Promise<Baseline>>> = {
  "us-imports-2024": async () => (await import("tariff-whatif/data/us-imports-2024")).usImports2024,
  "world-2023": async () => (await import("tariff-whatif/data/world-2023")).world2023,
};

/** Bundled figures by their name, or a baseline file. */
export async function readBaseline(name: string, host: Host): Promise<Baseline> {
  if (Object.hasOwn(bundled, name)) return (bundled[name] as () => Promise<Baseline>)();
  return parseFile(name, await readText(name, host), parseBaseline);
}
