import { describe, expect, it } from "vitest";
import { addressesOf } from "../tools/release/addressesOf.js";
import { unready } from "../tools/release/unready.js";

const address = "https://example.org/tariff-whatif";
const manifest = {
  version: "1.2.0",
  repository: { type: "git", url: `git+${address}.git` },
  homepage: `${address}/#readme`,
  bugs: { url: `${address}/issues` },
};
const changelog = "# Changelog\n\n## 1.2.0 (2026-11-28)\n\n- x\n\n## 1.1.0 (2026-01-01)\n";

describe("a release", () => {
  it("is ready with addresses, and a dated heading for its version", () => {
    expect(unready(manifest, changelog)).toEqual([]);
  });

  it.each(["repository", "homepage", "bugs"])("waits for %s", (key) => {
    expect(unready({ ...manifest, [key]: undefined }, changelog)).toEqual([expect.stringContaining(key)]);
    expect(unready({ ...manifest, [key]: "http://x" }, changelog)).toHaveLength(1);
  });

  it("waits for its heading and its date", () => {
    expect(unready(manifest, changelog.replace("2026-11-28", "unreleased"))).toHaveLength(1);
    expect(unready({ ...manifest, version: "1.3.0" }, changelog)).toHaveLength(1);
  });

  it.each([
    "https://example.org/team/tariff-whatif.git",
    "https://example.org/team/tariff-whatif/\n",
    "https://user:secret@example.org/team/tariff-whatif",
    "git@example.org:team/tariff-whatif.git",
    "ssh://git@example.org:22/team/tariff-whatif.git",
  ])("finds its addresses in the remote %j, without what is secret", (remote) => {
    const page = "https://example.org/team/tariff-whatif";
    const addresses = addressesOf(remote);
    expect(addresses).toEqual({
      repository: { type: "git", url: `git+${page}.git` },
      homepage: `${page}#readme`,
      bugs: { url: `${page}/issues` },
    });
    expect(unready({ version: "1.2.0", ...addresses }, changelog)).toEqual([]);
  });

  it.each([
    "",
    "/srv/git/tariff-whatif.git",
    "../tariff-whatif",
    "file:///srv/tariff-whatif",
    "server:tariff-whatif",
  ])("finds none in %j", (remote) => {
    expect(addressesOf(remote)).toBeUndefined();
  });
});
