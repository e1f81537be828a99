import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { expectText } from "./expectText.js";
import { esm, printed } from "./program.js";

const route = `${esm.replace(/console\.log\(([\s\S]+)\);\n$/, "const answer = [$1].join(' ');\n")}
export const dynamic = "force-dynamic";
export function GET() { return new Response(answer); }
`;
const layout = "export default ({ children }) => <html lang='en'><body>{children}</body></html>;";

const freePort = (): Promise<number> =>
  new Promise((done) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => done(typeof address === "object" && address ? address.port : 0));
    });
  });

/** The answer of a server that may still be starting. */
async function answerOf(address: string): Promise<string> {
  for (let tries = 0; tries < 100; tries++) {
    try {
      return await (await fetch(address)).text();
    } catch {
      await new Promise((done) => setTimeout(done, 100));
    }
  }
  throw new Error(`${address} does not answer`);
}

/** Next.js builds a standalone server with a route that computes, and the server answers it. */
export async function byNext(project: string): Promise<void> {
  mkdirSync(join(project, "app/duties"), { recursive: true });
  writeFileSync(join(project, "app/layout.jsx"), layout);
  writeFileSync(join(project, "app/page.jsx"), "export default () => <p>Duties</p>;");
  writeFileSync(join(project, "app/duties/route.js"), route);
  writeFileSync(
    join(project, "next.config.mjs"),
    `export default { output: "standalone", outputFileTracingRoot: ${JSON.stringify(project)}, turbopack: { root: ${JSON.stringify(project)} } };`,
  );
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: "1", NODE_ENV: "production" as const };
  execFileSync(process.execPath, ["node_modules/next/dist/bin/next", "build"], {
    cwd: project,
    env,
    stdio: ["ignore", "ignore", "pipe"],
  });
  const port = await freePort();
  const server = spawn(process.execPath, [".next/standalone/server.js"], {
    cwd: project,
    env: { ...env, PORT: String(port), HOSTNAME: "127.0.0.1" },
    stdio: "ignore",
  });
  try {
    expectText(await answerOf(`http://127.0.0.1:${port}/duties`), printed);
  } finally {
    server.kill();
  }
}
