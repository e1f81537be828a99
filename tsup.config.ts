import { rm } from "node:fs/promises";
import { defineConfig } from "tsup";
import { joinRooms } from "./test/tools/build/joinRooms.js";

/** TypeScript to JavaScript, file by file; then the files of a room are joined. */
export default defineConfig({
  entry: ["src/**/*.ts"],
  bundle: false,
  format: "esm",
  outDir: "dist/files",
  outExtension: () => ({ js: ".js" }),
  target: "node20",
  platform: "neutral",
  sourcemap: false,
  clean: ["dist"],
  silent: true,
  onSuccess: async () => {
    await joinRooms("dist/files");
    await rm("dist/files", { recursive: true });
  },
});
