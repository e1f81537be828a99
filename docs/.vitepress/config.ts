import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type DefaultTheme, defineConfig } from "vitepress";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** A page by its address, with the title that its first heading gives. */
const page = (link: string, text?: string): DefaultTheme.SidebarItem => ({
  link,
  text: text ?? titleOf(link),
});

function titleOf(link: string): string {
  const file = here(`..${link.endsWith("/") ? `${link}index` : link}.md`);
  const [, title] = /^# (.+)$/m.exec(readFileSync(file, "utf8")) ?? [];
  if (title === undefined) throw new Error(`${file} has no heading of the first level.`);
  return title.replaceAll("\\", "");
}

/** Pages that stand, of those named: a guide whose room is not built yet is not linked. */
const pages = (links: readonly string[]): DefaultTheme.SidebarItem[] =>
  links.filter((link) => existsSync(here(`..${link}.md`))).map((link) => page(link));

/** The entries of the package in the order of the data flow, with the folder that typedoc gives each. */
const entries: readonly (readonly [title: string, folder: string])[] = [
  ["tariff-whatif", "tariff-whatif"],
  ...[
    "law",
    "realised",
    "entry",
    "readers",
    "parameters",
    "formulas",
    "prices",
    "world",
    "sectors",
    "uncertainty",
    "sql",
    "schemas",
  ].map((name) => [`/${name}`, `tariff-whatif/${name}`] as const),
];

/** The pages of one entry: its functions first, then values, then types. */
function pagesOf([title, folder]: readonly [string, string]): DefaultTheme.SidebarItem[] {
  const root = here(`../api/${folder}`);
  const kinds = {
    functions: "Functions",
    classes: "Classes",
    variables: "Values",
    interfaces: "Types",
    "type-aliases": "Further types",
  };
  const groups = Object.entries(kinds).flatMap(([kind, text]): DefaultTheme.SidebarItem[] => {
    if (!existsSync(`${root}/${kind}`)) return [];
    const names = readdirSync(`${root}/${kind}`).map((file) => file.replace(/\.md$/, ""));
    return [{ text, items: names.map((name) => ({ text: name, link: `/api/${folder}/${kind}/${name}` })) }];
  });
  return [{ text: title, link: `/api/${folder}/`, items: [] }, ...groups];
}

const data = here("../api/tariff-whatif/data");
const dataSets = (existsSync(data) ? readdirSync(data) : []).map(
  (name) => [`/data/${name}`, `tariff-whatif/data/${name}`] as const,
);
const standing = [...entries, ...dataSets].filter(([, folder]) => existsSync(here(`../api/${folder}`)));
const allEntries: DefaultTheme.SidebarItem = {
  text: "Entries",
  items: standing.map(([text, folder]) => ({ text, link: `/api/${folder}/` })),
};

const guides: DefaultTheme.SidebarItem[] = [
  {
    text: "Start",
    items: pages([
      "/guides/first-steps",
      "/guides/your-own-scenario",
      "/guides/your-own-data",
      "/guides/popular-mistakes",
    ]),
  },
  {
    text: "Questions",
    items: pages([
      "/guides/what-would-it-cost",
      "/guides/what-if-the-rate-is-not-known",
      "/guides/where-does-a-rate-come-from",
      "/guides/for-how-long",
      "/guides/one-customs-entry",
      "/guides/who-pays",
      "/guides/what-at-the-till",
      "/guides/what-if-they-retaliate",
      "/guides/wages-prices-and-welfare",
      "/guides/which-industries",
      "/guides/how-sure-is-it",
      "/guides/beside-published-estimates",
      "/guides/predicted-and-realised",
    ]),
  },
  {
    text: "Show it",
    items: [
      page("/playground", "Playground"),
      ...pages(["/guides/charts", "/guides/in-the-browser", "/guides/command-line", "/class-kit"]),
    ],
  },
  allEntries,
  { text: "Reference", items: pages(["/NOTATION", "/REFERENCES", "/errors", "/faq", "/DECISIONS"]) },
];

/** A short list beside every page: that of its entry, or the guides. The longest address that fits is taken. */
const sidebar: DefaultTheme.SidebarMulti = Object.fromEntries([
  ...standing.map((entry) => [`/api/${entry[1]}/`, [...pagesOf(entry), allEntries]] as const),
  ["/", guides],
]);

export default defineConfig({
  title: "tariff-whatif",
  description: "Ask what a tariff would do, and get every number with its working.",
  lang: "en-GB",
  // One static folder that works under any address, and from a plain file server.
  base: process.env.SITE_BASE ?? "/",
  cleanUrls: false,
  lastUpdated: false,
  // Brackets of generics in the reference are text, not elements.
  markdown: { html: true, theme: { light: "github-light-high-contrast", dark: "github-dark-high-contrast" } },
  head: [
    ["meta", { name: "color-scheme", content: "light dark" }],
    ["script", {}, readFileSync(here("beforeAnything.js"), "utf8")],
    // Where no script runs at all, the same sentence is shown.
    ["noscript", {}, "<style>.vp-doc .unheard { display: block !important; }</style>"],
    // Three bars, in the page itself: no request for an icon.
    [
      "link",
      {
        rel: "icon",
        href: "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Cpath fill='%230b5c8f' d='M1 2h6v3H1zm0 5h9v3H1zm0 5h14v3H1z'/%3E%3C/svg%3E",
      },
    ],
  ],
  vite: {
    resolve: {
      alias: [
        { find: /^tariff-whatif\/data\/(.*)$/, replacement: `${here("../../dist/esm/data")}/$1/index.js` },
        {
          find: /^tariff-whatif\/(world|sectors|prices)$/,
          replacement: `${here("../../dist/esm/models")}/$1/index.js`,
        },
        { find: /^tariff-whatif\/([a-z]+)$/, replacement: `${here("../../dist/esm")}/$1/index.js` },
        { find: /^tariff-whatif$/, replacement: here("../../dist/esm/index.js") },
      ],
    },
    build: { chunkSizeWarningLimit: 1000 },
  },
  themeConfig: {
    search: { provider: "local" },
    nav: [
      { text: "Start", link: "/guides/first-steps" },
      { text: "Playground", link: "/playground" },
      { text: "Class kit", link: "/class-kit" },
      { text: "API", link: "/api/tariff-whatif/" },
    ],
    sidebar,
    outline: { level: [2, 3] },
    docFooter: { prev: "Before", next: "Next" },
    footer: { message: "MIT licence. The data keep their own: see each data set." },
  },
});
