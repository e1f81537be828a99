import { existsSync } from "node:fs";

/** Where a Chromium stands on this machine; `CHROMIUM` names another. */
export const chromiumPath: string | undefined = [
  process.env.CHROMIUM,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
].find((path) => path !== undefined && existsSync(path));

if (chromiumPath === undefined) {
  console.warn("No Chromium on this machine: the pages were not looked at in a browser.");
}
