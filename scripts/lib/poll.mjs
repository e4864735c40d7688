import { setTimeout as delay } from "node:timers/promises";

/**
 * Asks again and again until `probe` gives something truthy, and gives that; `undefined` once `timeoutMs` has passed.
 *
 * @template T
 * @param {() => T | Promise<T>} probe
 * @param {{ timeoutMs: number, everyMs?: number }} options
 * @returns {Promise<T | undefined>}
 */
export async function poll(probe, { timeoutMs, everyMs = 25 }) {
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    const answer = await probe();
    if (answer) return answer;
    if (performance.now() >= deadline) return undefined;
    await delay(everyMs);
  }
}
