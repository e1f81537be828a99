import { Presets, SingleBar } from "cli-progress";
import type { Host } from "./Host.js";

/** Work that is going on. */
export interface Progress {
  /** So much of it is done. */
  readonly at: (done: number) => void;
  /** One more step of it is done. */
  readonly step: () => void;
  /** Takes the bar away. */
  readonly stop: () => void;
}

/** Work of so many steps; a bar appears on stderr after a second, where somebody watches. */
export function progressOf(total: number, host: Host): Progress {
  const start = performance.now();
  let bar: SingleBar | undefined;
  let done = 0;
  const at = (now: number) => {
    done = now;
    if (bar === undefined && host.watched && performance.now() - start > 1000) {
      bar = new SingleBar({ clearOnComplete: true, stream: process.stderr }, Presets.legacy);
      bar.start(total, done);
    }
    bar?.update(done);
  };
  return { at, step: () => at(done + 1), stop: () => bar?.stop() };
}
