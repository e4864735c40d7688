import type { Role } from "@/lib/auth/roles";

/** A person who can sign in to the demo. */
export type DemoAccount = Readonly<{ name: string; email: string; role: Role }>;

/** One person of each role in the sample organisation. They exist only where the demo made them, on loopback only. */
export const DEMO_ACCOUNTS: readonly DemoAccount[] = [
  { name: "Ingrid Solberg", email: "ingrid.solberg@havnbro.example", role: "admin" },
  { name: "Amélie Fournier", email: "amelie.fournier@havnbro.example", role: "manager" },
  { name: "Elin Viklund", email: "elin.viklund@havnbro.example", role: "viewer" },
];

/** Known to everyone, on purpose: never the password of anything but the demo. */
export const DEMO_PASSWORD = "second chances welcome";
