import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { listFiles } from "../house/sources.js";
import { siteFolder } from "./serve.js";

const pages = listFiles(relative(process.cwd(), siteFolder)).filter((path) => path.endsWith(".html"));
const texts = new Map(pages.map((path) => [join(process.cwd(), path), readFileSync(path, "utf8")]));
const anchors = new Map(
  [...texts].map(([path, text]) => [
    path,
    new Set([...text.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id)),
  ]),
);

describe("the site that npm run docs builds", () => {
  it("has pages", () => expect(pages.length).toBeGreaterThan(300));

  it("has no dead link and no dead anchor", () => {
    const dead: string[] = [];
    for (const [path, text] of texts) {
      for (const [, href = ""] of text.matchAll(/<a\s[^>]*href="([^"]+)"/g)) {
        if (/^(https?:|mailto:|data:)/.test(href)) continue;
        const [address = "", anchor] = href.replaceAll("&amp;", "&").split("#");
        const target =
          address === ""
            ? path
            : join(address.startsWith("/") ? siteFolder : dirname(path), decodeURIComponent(address));
        const file = address.endsWith("/") ? join(target, "index.html") : target;
        if (!existsSync(file)) dead.push(`${relative(siteFolder, path)}: ${href}`);
        else if (anchor && !anchor.includes("=") && !anchors.get(file)?.has(decodeURIComponent(anchor))) {
          dead.push(`${relative(siteFolder, path)}: ${href} has no such anchor`);
        }
      }
    }
    expect(dead).toEqual([]);
  });

  it("opens with pages, not with raw files: no link to a media folder", () => {
    const raw = [...texts].filter(([, text]) => /href="[^"]*\/media\//.test(text)).map(([path]) => path);
    expect(raw).toEqual([]);
  });
});
