/** Queued work of one Word.run or Excel.run: what a proxy asks for happens at sync, in order. */
export class FakeContext {
  private queue: (() => void)[] = [];
  syncs = 0;

  constructor(private readonly latencyMs: number, private readonly counted: () => void) {}

  enqueue(work: () => void): void {
    this.queue.push(work);
  }

  async sync(): Promise<void> {
    const work = this.queue;
    // A sync with nothing queued asks the host for nothing.
    if (work.length === 0) return;
    this.syncs++;
    this.counted();
    this.queue = [];
    await new Promise((next) => setTimeout(next, this.latencyMs));
    for (const one of work) one();
  }
}

export class HostError extends Error {
  constructor(readonly code: string, message: string) {
    super(message);
    this.name = "RichApi.Error";
  }
}

/** A property that can be read only after load and sync, as in the real library. */
export class Loadable<T extends object> {
  private readonly loaded: Partial<T> = {};

  fill(values: Partial<T>): void {
    Object.assign(this.loaded, values);
  }

  read<K extends keyof T>(name: K): T[K] {
    if (!(name in this.loaded)) {
      throw new HostError(
        "PropertyNotLoaded",
        `The property '${String(name)}' is not available. Before reading the property's value, call the load method on the containing object and call "context.sync()" on the associated request context.`,
      );
    }
    return this.loaded[name] as T[K];
  }
}

/** The names asked for in load("items/tag,items/text") or load("tag"). */
export const names = (properties: string | readonly string[]): string[] =>
  (typeof properties === "string" ? properties.split(",") : [...properties]).map((name) => name.trim().replace(/^items\//, "")).filter((name) => name !== "");
