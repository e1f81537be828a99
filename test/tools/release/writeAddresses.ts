/**
 * Writes `repository`, `homepage` and `bugs` into package.json, from where the project is published:
 *
 *     npm run addresses              from the git remote `origin`
 *     npm run addresses -- upstream  from another remote
 */
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { addressesOf } from "./addressesOf.js";

const [name = "origin"] = process.argv.slice(2);

function remote(): string {
  try {
    return execFileSync("git", ["remote", "get-url", name], { encoding: "utf8", stdio: "pipe" });
  } catch {
    return "";
  }
}

const addresses = addressesOf(remote());
if (addresses === undefined) {
  console.error(
    `The git remote ${name} has no address of a host: add it with \`git remote add ${name} https://…\`.`,
  );
  process.exitCode = 1;
} else {
  const {
    name: called,
    version,
    description,
    keywords,
    ...rest
  } = JSON.parse(readFileSync("package.json", "utf8"));
  const manifest = { name: called, version, description, keywords, ...addresses, ...rest, ...addresses };
  writeFileSync("package.json", `${JSON.stringify(manifest, null, 2)}\n`);
}
