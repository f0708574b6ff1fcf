/** A test; `limit` in milliseconds. */
interface Test {
  readonly name: string;
  readonly body: () => Promise<void>;
  readonly limit: number;
}

/** Tests that run one after another in one window, each from where `prepare` brings it. */
export class Suite {
  readonly #tests: Test[] = [];
  readonly #prepare: () => Promise<void>;

  constructor(prepare: () => Promise<void>) {
    this.#prepare = prepare;
  }

  test(name: string, body: () => Promise<void>, limit = 60_000): void {
    this.#tests.push({ name, body, limit });
  }

  /** Runs those whose name holds `only`, says how each ended, and throws if one failed. */
  async run(only: string): Promise<void> {
    const chosen = this.#tests.filter(({ name }) => name.includes(only));
    let failed = 0;
    for (const { name, body, limit } of chosen) {
      const start = performance.now();
      try {
        await within(limit, this.#prepare());
        await within(limit, body());
        report(`ok     ${name} (${Math.round(performance.now() - start)} ms)`);
      } catch (error) {
        failed += 1;
        report(`FAILED ${name}\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      }
    }
    report(`${chosen.length - failed} of ${chosen.length} tests passed in VS Code`);
    if (chosen.length === 0) throw new Error(`No test is named ${only}`);
    if (failed > 0) throw new Error(`${failed} tests failed`);
  }
}

/** The host of the tests shows these lines only. */
export function report(text: string): void {
  for (const line of text.split('\n')) console.log(`[playbook] ${line}`);
}

/** The promise's value, or an error when it takes longer. */
async function within<Value>(milliseconds: number, promise: Promise<Value>): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no end after ${milliseconds / 1000} seconds`)), milliseconds);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
