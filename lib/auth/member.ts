import type { ManagerScope, Role } from "./roles";
import type { ApiScope } from "./scopes";

declare const gated: unique symbol;

/** What is known of whoever acts. */
export type MemberFacts = Readonly<{
  organisationId: number;
  /** The member row; null for API keys and for the system. */
  id: number | null;
  actor: "member" | "api-key" | "system";
  actorId: string;
  name: string;
  role: Role;
  managerScope: ManagerScope;
  /** Of an API key; empty for everyone else. */
  scopes: readonly ApiScope[];
}>;

/** Who acts, in which organisation. Only the gate in lib/auth makes one; everything in lib/<noun> asks for it. */
export type Member = MemberFacts & Readonly<{ [gated]: true }>;
