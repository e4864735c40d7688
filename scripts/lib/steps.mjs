let count = 0;

/**
 * Runs one piece of work and says so on stderr: a numbered line when it starts, and the seconds it took when it ends.
 *
 * @template T
 * @param {string} title What is being done, as in "Installing packages".
 * @param {() => T | Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(title, work) {
  count += 1;
  const number = count;
  say(`${number}. ${title} …`);
  const startedAt = performance.now();
  const result = await work();
  say(`${number}. ${title}: done in ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
  return result;
}

/** One line on stderr: stdout belongs to the command that the launcher runs. */
export function say(line) {
  process.stderr.write(`${line}\n`);
}
