/** One thing wrong with a configuration, at a path such as `rules[3].signal.windowDays`. */
export interface Fault {
  readonly path: string;
  readonly message: string;
}

/** Adds a fault while a configuration is checked. */
export type ReportFault = (path: string, message: string) => void;

/** A configuration that cannot be scored with; it lists every fault, not only the first. */
export class ConfigurationError extends Error {
  constructor(readonly faults: readonly Fault[]) {
    super(`The scoring configuration has ${faults.length} fault(s): ${faults.map(inWords).join("; ")}`);
    this.name = "ConfigurationError";
  }
}

function inWords(fault: Fault): string {
  return `${fault.path}: ${fault.message}`;
}
