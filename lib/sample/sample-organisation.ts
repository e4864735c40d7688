import type { SampleOwner } from "@/lib/sample/sample-types";

/** The invented company whose customers the sample is about: it sells dock, slot and transport planning software. */
export const SAMPLE_ORGANISATION = {
  name: "Havnbro Software",
  slug: "havnbro",
  currency: "EUR",
  timeZone: "Europe/Copenhagen",
} as const;

/** An owner as the generator sees one. */
export interface BookOwner extends SampleOwner {
  /** Share of customers of a region that come into this book; uneven on purpose. */
  readonly regions: Readonly<Record<string, number>>;
  readonly elsewhere: number;
  /** Multiplies the weekly chance that a relationship in trouble is repaired. */
  readonly repairSkill: number;
}

export const BOOK_OWNERS: readonly BookOwner[] = [
  owner("Ingrid Solberg", "admin", 1.2, 0.06, { Nordics: 0.2 }),
  owner("Jonas Brinkmann", "manager", 1, 0.16, { DACH: 0.85, "Central Europe": 0.3 }),
  owner("Amélie Fournier", "manager", 1.35, 0.2, { France: 0.8, Benelux: 0.45, Iberia: 0.3 }),
  owner("Rhys Okonjo", "manager", 0.75, 0.25, { "UK & Ireland": 0.75, "North America": 0.9 }),
  owner("Marta Nowicka", "manager", 1.1, 0.12, { "Central Europe": 0.6, Italy: 0.4 }),
];

function owner(
  name: string,
  role: SampleOwner["role"],
  repairSkill: number,
  elsewhere: number,
  regions: Readonly<Record<string, number>>,
): BookOwner {
  const local = name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(" ", ".");
  return { name, role, email: `${local}@havnbro.example`, regions, elsewhere, repairSkill };
}
