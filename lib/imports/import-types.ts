/** What a file can hold. */
export const IMPORT_TYPES = ["touchpoints", "customers", "outcomes"] as const;
export type ImportType = (typeof IMPORT_TYPES)[number];

/** Where an import stands. */
export const IMPORT_STATES = [
  "uploaded",
  "dry-run",
  "running",
  "succeeded",
  "failed",
  "cancelled",
  "undoing",
  "undone",
] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

/** A field that a column can be mapped to. */
export type ImportField = Readonly<{ name: string; isRequired: boolean }>;

const required = (name: string): ImportField => ({ name, isRequired: true });
const optional = (name: string): ImportField => ({ name, isRequired: false });

/** The fields of each type. Fields with a free name stand under a prefix: `traits.plan`, `details.note`. */
export const IMPORT_FIELDS: Readonly<Record<ImportType, readonly ImportField[]>> = {
  touchpoints: [
    required("customerExternalId"),
    required("kind"),
    required("occurredAt"),
    optional("id"),
    optional("value"),
    optional("sentiment"),
    optional("details"),
  ],
  customers: [
    required("externalId"),
    optional("name"),
    optional("ownerEmail"),
    optional("mrr"),
    optional("currency"),
    optional("startedOn"),
    optional("renewsOn"),
  ],
  outcomes: [
    required("customerExternalId"),
    required("type"),
    required("occurredOn"),
    optional("reasons"),
    optional("avoidable"),
  ],
};

/** The prefix of a type's free fields. */
export const FREE_FIELD_PREFIX: Readonly<Record<ImportType, string | undefined>> = {
  touchpoints: "details.",
  customers: "traits.",
  outcomes: undefined,
};

/** A row may have so many free fields. */
export const MAX_FREE_FIELDS = 200;
