import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";

/** What the bench asks of the process that imports. */
export type ImportRequest = Readonly<{ organisationId: number; file: string }>;

/** What that process tells after each import. */
export type ImportReport = Readonly<{
  seconds: number;
  /** Processor time of that process, without PostgreSQL's. */
  cpuSeconds: number;
  created: number;
  duplicates: number;
  /** The most memory that the process has held since it started. */
  peakMemoryMb: number;
}>;

/**
 * A process of its own that runs imports and nothing else, as a worker does: what the bench itself holds to make the files
 * and to feed the reference is not counted as the product's memory.
 */
export class ProductProcess {
  readonly #child: ChildProcess;
  readonly #ended: Promise<never>;

  /**
   * @param step the name under which scripts/cli/bench.ts runs the other side
   * @param flags Node's, as the command has them that imports in production
   */
  constructor(step: string, flags: readonly string[]) {
    const execArgv = [...flags, ...process.execArgv];
    this.#child = fork(process.argv[1] ?? "", [step], { execArgv, stdio: ["ignore", 2, "inherit", "ipc"] });
    this.#ended = once(this.#child, "exit").then(([code]) => {
      throw new Error(`The process that imports ended by itself (exit code ${code}).`);
    });
    this.#ended.catch(() => undefined);
  }

  async run(request: ImportRequest): Promise<ImportReport> {
    const answer = once(this.#child, "message");
    this.#child.send(request);
    const [report] = await Promise.race([answer, this.#ended]);
    return report;
  }

  /** Ends the process; it has nothing left to do. */
  stop(): void {
    this.#child.disconnect();
  }
}
