import { constants } from "node:os";
import { LaunchFailure } from "./launch-failure.mjs";
import { say } from "./steps.mjs";

const listeners = new Set();
let received;

/** Begins to listen for Ctrl-C and the signals of service managers. The second one ends the process at once. */
export function onSignals() {
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.on(name, () => {
      if (received !== undefined) process.exit(exitCodeOf(name));
      received = name;
      for (const listener of listeners) listener(name);
      if (process.stderr.isTTY) say(" Stopping; once more to stop without waiting.");
    });
  }
}

/**
 * Hears of an interruption, also of one that is past.
 *
 * @param {(signalName: string) => void} listener
 * @returns {() => void} ends the listening.
 */
export function whenInterrupted(listener) {
  listeners.add(listener);
  if (received !== undefined) listener(received);
  return () => listeners.delete(listener);
}

/** The exit code that tells of the interruption, `undefined` when there was none. */
export function wasInterrupted() {
  return received === undefined ? undefined : exitCodeOf(received);
}

/** Goes no further once interrupted. */
export function refuseWhenInterrupted() {
  if (received !== undefined) throw new LaunchFailure("Interrupted.");
}

/** What a shell makes of a signal. */
export function exitCodeOf(signalName) {
  return 128 + constants.signals[signalName];
}
