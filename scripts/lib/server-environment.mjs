/** The environment of the database programs: none of the PG* variables that would change what they do. */
export function serverEnvironment() {
  const { PATH, HOME, TMPDIR, SystemRoot } = process.env;
  const kept = Object.entries({ PATH, HOME, TMPDIR, SystemRoot }).filter(([, value]) => value !== undefined);
  return { ...Object.fromEntries(kept), LC_ALL: "C", TZ: "UTC" };
}
