import { Presets, SingleBar } from "cli-progress";
import type { Host } from "./Host.js";

/** Work of so many steps; a bar appears on stderr after a second, where somebody watches. */
export function progressOf(
  total: number,
  host: Host,
): { readonly step: () => void; readonly stop: () => void } {
  const start = performance.now();
  let bar: SingleBar | undefined;
  let done = 0;
  return {
    step: () => {
      done += 1;
      if (bar === undefined && host.watched && performance.now() - start > 1000) {
        bar = new SingleBar({ clearOnComplete: true, stream: process.stderr }, Presets.legacy);
        bar.start(total, done);
      }
      bar?.update(done);
    },
    stop: () => bar?.stop(),
  };
}
