/** The roles of a member. */
export const ROLES = ["admin", "manager", "viewer"] as const;
export type Role = (typeof ROLES)[number];

/** What a manager may see and change: the customers of the own book, or all of them. */
export const MANAGER_SCOPES = ["own-book", "whole-organisation"] as const;
export type ManagerScope = (typeof MANAGER_SCOPES)[number];

/** What can be asked of the gate. A row in the table below says who may. */
export const ACTIONS = [
  "customers.read",
  "customers.write",
  "jobs.read",
  "jobs.write",
  "touchpoints.write",
  "judgements.write",
  "imports.read",
  "imports.write",
  "scores.recompute",
  "rules.read",
  "rules.write",
  "models.read",
  "models.write",
  "settings.read",
  "settings.write",
  "members.read",
  "members.write",
  "api-keys.read",
  "api-keys.write",
  "audit.read",
] as const;
export type Action = (typeof ACTIONS)[number];

const VIEWER: readonly Action[] = ["customers.read", "jobs.read", "rules.read", "models.read", "settings.read"];
const MANAGER: readonly Action[] = [
  ...VIEWER,
  "customers.write",
  "touchpoints.write",
  "judgements.write",
  "members.read",
];

const ALLOWED: Readonly<Record<Role, ReadonlySet<Action>>> = {
  viewer: new Set(VIEWER),
  manager: new Set(MANAGER),
  admin: new Set(ACTIONS),
};

/** Whether a role may do an action. Which rows it may do it to is decided in the queries. */
export function roleMay(role: Role, action: Action): boolean {
  return ALLOWED[role].has(action);
}
