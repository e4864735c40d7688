import { ACTIONS, type Action } from "./roles";

/** What an API key may do: read, write (customers, touchpoints, outcomes, imports), admin (everything). */
export const API_SCOPES = ["read", "write", "admin"] as const;
export type ApiScope = (typeof API_SCOPES)[number];

// A key that only writes may follow its own imports and jobs, and sees no customer.
const ALLOWED: Readonly<Record<ApiScope, ReadonlySet<Action>>> = {
  read: new Set<Action>(["customers.read", "jobs.read", "imports.read", "rules.read", "models.read", "settings.read"]),
  write: new Set<Action>([
    "customers.write",
    "touchpoints.write",
    "judgements.write",
    "jobs.read",
    "imports.read",
    "imports.write",
    "scores.recompute",
  ]),
  admin: new Set<Action>(ACTIONS),
};

/** Whether a key with these scopes may do an action. */
export function scopesMay(scopes: readonly ApiScope[], action: Action): boolean {
  return scopes.some((scope) => ALLOWED[scope].has(action));
}
