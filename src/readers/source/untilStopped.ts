import { requireGoing } from "../requireGoing.js";

/** What ends a read from outside, and how far the read is. */
export interface Stop {
  /** The signal; one of an `AbortController` is heard while nothing arrives, any other is looked at when something does. */
  readonly signal: { readonly aborted: boolean } | undefined;
  /** What is read. */
  readonly whole: "file" | "table";
  /** Rows that were read. */
  readonly rows: () => number;
}

/** Something that gives one piece after the other, and can be closed before the last. */
export interface Pieces<T> {
  readonly next: () => PromiseLike<{ readonly done?: boolean; readonly value?: T }>;
  readonly close: () => PromiseLike<unknown> | undefined;
}

interface Heard {
  addEventListener?(type: "abort", listener: () => void): void;
  removeEventListener?(type: "abort", listener: () => void): void;
}

/** All pieces, or the error `aborted` where the signal comes first: a stream may be stuck for ever. */
export async function* untilStopped<T>({ next, close }: Pieces<T>, stop?: Stop): AsyncGenerator<T> {
  const signal = stop?.signal as Heard | undefined;
  let isWaiting = false;
  let isOpen = true;
  let refuse: (error: unknown) => void = () => undefined;
  const look = (): void => {
    try {
      if (stop !== undefined) requireGoing(stop.signal, stop.rows(), stop.whole);
    } catch (error) {
      refuse(error);
    }
  };
  const piece = () =>
    new Promise<{ readonly done?: boolean; readonly value?: T }>((resolve, reject) => {
      refuse = reject;
      look();
      Promise.resolve(next()).then(resolve, reject);
    });
  signal?.addEventListener?.("abort", look);
  try {
    for (;;) {
      isWaiting = true;
      const { done, value } = await piece();
      isWaiting = false;
      if (done) break;
      yield value as T;
    }
    isOpen = false;
  } finally {
    signal?.removeEventListener?.("abort", look);
    const closed = isOpen ? Promise.resolve(close()).catch(() => undefined) : undefined;
    // What does not even give a piece may never say that it is closed.
    if (!isWaiting) await closed;
  }
}
