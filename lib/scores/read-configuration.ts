import type { PoolClient } from "pg";
import type { Kind } from "@/lib/db/generated/client";
import { preparedQuery } from "@/lib/db/prepared-query";
import type { TenantTransaction } from "@/lib/db/with-tenant";
import { AppError } from "@/lib/errors";
import {
  type OrganisationSettings,
  SETTINGS_COLUMNS,
  type SettingsRow,
  toOrganisationSettings,
} from "@/lib/organisations/organisation-settings";

/** A transaction of the organisation: Prisma's, or a connection of withTenantClient. */
export type ConfigurationSource = TenantTransaction | PoolClient;

/** A model, its rule set and the kinds as they are stored, of one moment. */
export type StoredConfiguration = Readonly<{
  fingerprint: string;
  horizonDays: number;
  timeZone: string;
  modelVersion: number;
  ruleSetVersion: number;
  parameters: unknown;
  groups: unknown;
  /** Definitions, in the order of the rule set. */
  rules: readonly unknown[];
  kinds: readonly Omit<Kind, "organisationId" | "importId" | "mergedIntoId" | "movedAt" | "createdAt">[];
}>;

type HeadRow = SettingsRow & Readonly<{ fingerprint: string | null }>;

/**
 * A hash of everything that a scorer is compiled from, over contents and not over versions or times: whoever changes
 * anything, by whatever way, changes it.
 */
const FINGERPRINT = `md5(concat_ws(chr(1), g.horizon_days, CASE m.origin WHEN 'learned' THEN g.time_zone END, m.version, m.rule_set_version, m.parameters::text, s.groups::text,
    (SELECT string_agg(r.key || chr(2) || r.definition::text, chr(1) ORDER BY r.position, r.key) FROM rule r
     WHERE r.organisation_id = g.id AND r.rule_set_version = m.rule_set_version),
    (SELECT string_agg(concat_ws(chr(2), k.id, k.key, k.label, k.category, k.valence, k.half_life_days), chr(1)
            ORDER BY k.id) FROM kind k WHERE k.organisation_id = g.id)))`;

/** With $1 the organisation, and $2 a model's version or null for the active one. */
const MODEL = `organisation g
  LEFT JOIN LATERAL (SELECT * FROM model WHERE organisation_id = g.id AND CASE WHEN $2::int IS NULL THEN state = 'active' ELSE version = $2 END
                     ORDER BY version DESC LIMIT 1) m ON true
  LEFT JOIN rule_set s ON s.organisation_id = g.id AND s.version = m.rule_set_version
  WHERE g.id = $1`;

/** The settings and the fingerprint of the configuration. @throws AppError not-found without an active model */
export async function readConfigurationHead(
  source: ConfigurationSource,
  organisationId: number,
): Promise<Readonly<{ settings: OrganisationSettings; fingerprint: string }>> {
  const statement = `SELECT ${SETTINGS_COLUMNS}, CASE WHEN m.version IS NOT NULL THEN ${FINGERPRINT} END AS fingerprint FROM ${MODEL}`;
  const [row] = await rowsOf<HeadRow>(source, statement, [organisationId, null]);
  if (!row) throw new AppError("not-found", "There is no such organisation.");
  if (row.fingerprint === null) throw new AppError("not-found", "This organisation has no active model.");
  return { settings: toOrganisationSettings(row), fingerprint: row.fingerprint };
}

/**
 * The whole configuration with its fingerprint, in one statement: no change can come between the two.
 * @param modelVersion left out: the active model
 * @throws AppError not-found without it
 */
export async function readConfiguration(
  source: ConfigurationSource,
  organisationId: number,
  modelVersion: number | null = null,
): Promise<StoredConfiguration> {
  const statement = `SELECT ${FINGERPRINT} AS fingerprint, g.horizon_days AS "horizonDays", g.time_zone AS "timeZone", m.version AS "modelVersion",
      m.rule_set_version AS "ruleSetVersion", m.parameters, s.groups,
      (SELECT coalesce(jsonb_agg(r.definition ORDER BY r.position, r.key), '[]') FROM rule r
       WHERE r.organisation_id = g.id AND r.rule_set_version = m.rule_set_version) AS rules,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', k.id, 'key', k.key, 'label', k.label, 'category', k.category,
              'valence', k.valence, 'halfLifeDays', k.half_life_days) ORDER BY k.id), '[]')
       FROM kind k WHERE k.organisation_id = g.id) AS kinds
    FROM ${MODEL} AND m.version IS NOT NULL`;
  const [row] = await rowsOf<StoredConfiguration>(source, statement, [organisationId, modelVersion]);
  if (!row) throw new AppError("not-found", "This organisation has no active model.");
  return row;
}

async function rowsOf<Row extends object>(
  source: ConfigurationSource,
  statement: string,
  parameters: readonly unknown[],
): Promise<Row[]> {
  if ("$queryRawUnsafe" in source) return source.$queryRawUnsafe<Row[]>(statement, ...parameters);
  return preparedQuery<Row>(source, statement, parameters);
}
