/**
 * The version that one is held against unless another is asked for: the one in force, or, for that one, the newest other.
 * @param versions newest first
 * @returns null when there is no other
 */
export function versionBeside(version: number, inForce: number, versions: readonly number[]): number | null {
  if (version !== inForce) return inForce;
  return versions.find((other) => other !== version) ?? null;
}
