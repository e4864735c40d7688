const MAX_LENGTH = 50;

/** The short name made from a name: `Bücher & Töne` becomes `bucher-tone`. */
export function slugOf(name: string): string {
  const plain = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, MAX_LENGTH)
    .replace(/^-|-$/g, "");
  return plain || "organisation";
}
