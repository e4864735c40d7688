import type { Member } from "@/lib/auth/member";
import { withTenant } from "@/lib/db/with-tenant";
import { describeLearning } from "@/lib/models/describe-learning";
import { type BreakUpDefinition, breakUpDefinition } from "@/lib/schemas/break-up";

export const SET_UP_STEPS = ["import", "kinds", "break-up", "rules", "members", "model"] as const;
export type SetUpStep = (typeof SET_UP_STEPS)[number];

/** How far an organisation is set up, from what is there. */
export type SetUp = Readonly<{
  done: Readonly<Record<SetUpStep, boolean>>;
  /** Kinds that imports added and nobody has looked at. */
  newKinds: number;
  breakUp: BreakUpDefinition;
  /** Break-ups that there are to learn from, and how many are needed. */
  breakUps: number;
  breakUpsNeeded: number;
}>;

type Row = Readonly<{
  has_touchpoints: boolean;
  new_kinds: number;
  own_rules: boolean;
  has_company: boolean;
  has_learned: boolean;
  confirmed: string[];
  break_up: unknown;
}>;

/** The state of every step: nothing is ticked off by hand that can be seen, and what was confirmed counts until it changes. */
export async function readSetUp({ organisationId }: Member): Promise<SetUp> {
  return withTenant(organisationId, async (tx) => {
    const [row] = await tx.$queryRaw<Row[]>`
      SELECT EXISTS (SELECT FROM touchpoint t WHERE t.organisation_id = g.id) AS has_touchpoints,
        (SELECT count(*)::int FROM kind k WHERE k.organisation_id = g.id AND k.import_id IS NOT NULL AND NOT EXISTS (
           SELECT FROM set_up_confirmation f WHERE f.organisation_id = g.id AND f.step = 'kinds'
             AND f.confirmed_at >= k.created_at)) AS new_kinds,
        EXISTS (SELECT FROM rule_set r WHERE r.organisation_id = g.id AND r.state = 'published' AND r.version > 1) AS own_rules,
        (SELECT count(*) FROM member m WHERE m.organisation_id = g.id AND m.removed_at IS NULL) > 1
          OR EXISTS (SELECT FROM invitation i WHERE i.organisation_id = g.id AND i.accepted_at IS NULL
               AND i.revoked_at IS NULL AND i.expires_at > now()) AS has_company,
        EXISTS (SELECT FROM model m WHERE m.organisation_id = g.id AND m.origin = 'learned'
          AND m.state IN ('candidate', 'refused', 'shadow', 'active', 'superseded')) AS has_learned,
        ARRAY(SELECT DISTINCT f.step FROM set_up_confirmation f WHERE f.organisation_id = g.id) AS confirmed,
        g.break_up
      FROM organisation g WHERE g.id = ${organisationId}`;
    if (!row) throw new Error("A member's organisation is not there");
    const learning = await describeLearning(tx, organisationId);
    const confirmed = new Set(row.confirmed);
    return {
      done: {
        import: row.has_touchpoints,
        kinds: row.has_touchpoints && row.new_kinds === 0,
        "break-up": confirmed.has("break-up"),
        rules: row.own_rules || confirmed.has("rules"),
        members: row.has_company || confirmed.has("members"),
        model: row.has_learned,
      },
      newKinds: row.new_kinds,
      breakUp: breakUpDefinition.parse(row.break_up),
      breakUps: learning.breakUps,
      breakUpsNeeded: learning.needed,
    };
  });
}
