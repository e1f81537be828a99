import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { entries } from "./program.js";

/** What publint says of a tarball, suggestions included. */
export async function publintMessages(tarball: Uint8Array): Promise<string[]> {
  const { messages, pkg } = await publint({
    pack: { tarball: tarball.slice().buffer as ArrayBuffer },
    strict: true,
  });
  return messages.map((message) => formatMessage(message, pkg ?? {}, { color: false }) ?? message.code);
}

/** What attw says of the types of a tarball, by every way to import each entry. */
export async function typeProblems(tarball: Uint8Array): Promise<string[]> {
  const entrypoints = entries.map((entry) => entry.replace("tariff-whatif", "."));
  const result = await checkPackage(createPackageFromTarballData(tarball), { entrypoints });
  if (!("problems" in result)) return ["the package has no types"];
  return result.problems
    .filter((each) => {
      // Node 10 knows no exports and so no subpaths; the package asks for Node 20.
      if (!("resolutionKind" in each) || !("entrypoint" in each)) return true;
      return each.resolutionKind !== "node10" || each.entrypoint === ".";
    })
    .map((each) => JSON.stringify(each));
}
