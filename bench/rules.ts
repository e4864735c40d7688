import { systemMember } from "@/lib/auth/system-member";
import { withTenant } from "@/lib/db/with-tenant";
import { withTenantClient } from "@/lib/db/with-tenant-client";
import { joinOrganisation } from "@/lib/members/join-organisation";
import { createOrganisation } from "@/lib/organisations/create-organisation";
import { backtestRules } from "@/lib/rules/backtest-rules";
import { previewRules } from "@/lib/rules/preview-rules";
import { readRuleSet } from "@/lib/rules/read-rule-set";
import { generateSample } from "@/lib/sample/generate-sample";
import { MOST_PREVIEWED, ruleTrial, USUAL_PREVIEWED } from "@/lib/schemas/rule-trial";
import { scoreAll } from "@/lib/scores/score-all";
import { importSample } from "@/prisma/import-sample";
import { describeMachine, median, peakMemoryMb, timed } from "./lib/machine";
import { BENCH_AS_OF, makeScoringOrganisation } from "./lib/scoring-data";

/** The waits in seconds that the studio may cost an admin: what the figures are held against. */
const PATIENCE = { preview: 3, backtest: 10 };
const ROUNDS = 5;
/** Of owners on a throwaway server, who never sign in. */
const PASSWORD = "rules of the bench";

/**
 * The studio's two questions: a preview of changed rules over 100,000 scored customers with 50 touchpoints each, of the
 * usual sample and of everyone, and a backtest over two years of the sample organisation. The slowest of five answers
 * counts, the first and cold one included.
 */
export async function benchRules(args: readonly string[]): Promise<object> {
  const customers = args.includes("--small") ? 10_000 : 100_000;
  const preview = await benchPreview(customers);
  const backtest = await benchBacktest();
  return {
    bench: "rules",
    ratios: {
      preview: PATIENCE.preview / preview.usual.slowestSeconds,
      previewOfEveryone: PATIENCE.preview / preview.everyone.slowestSeconds,
      backtest: PATIENCE.backtest / backtest.slowestSeconds,
    },
    product: { preview, backtest },
    reference: { previewSeconds: PATIENCE.preview, backtestSeconds: PATIENCE.backtest },
    peakMemoryMb: peakMemoryMb(),
    machine: await describeMachine(),
  };
}

async function benchPreview(customers: number) {
  const organisationId = await makeScoringOrganisation("Preview", { customers, touchpointsEach: 50 });
  await scoreAll(organisationId);
  const trial = await louderRules(organisationId);
  const previewOf = async (atMost: number) => {
    const ask = () => previewRules(systemMember(organisationId), { ...trial, atMost });
    const { result, ...times } = await severalTimes(ask);
    return { customers: result.customers, changed: result.changed.customers, ...times };
  };
  return { usual: await previewOf(USUAL_PREVIEWED), everyone: await previewOf(MOST_PREVIEWED) };
}

async function benchBacktest() {
  const { organisationId } = await createOrganisation({ name: "Past", admin: null, settings: { clock: BENCH_AS_OF } });
  const sample = generateSample({ asOf: new Date(BENCH_AS_OF) });
  await withTenant(organisationId, async (tx) => {
    for (const owner of sample.owners) await joinOrganisation(tx, { organisationId, ...owner, password: PASSWORD });
  });
  await importSample(organisationId, sample);
  await scoreAll(organisationId);
  const trial = await louderRules(organisationId);
  const { result, ...times } = await severalTimes(() => backtestRules(systemMember(organisationId), trial));
  const { rows, breakUps, customers, asOf } = result;
  return { customers, dates: asOf.length, rows, breakUps, ...times };
}

/** The rules in force with a quarter more points in the first of them, so that something changes. */
async function louderRules(organisationId: number) {
  await withTenantClient(organisationId, (client) => client.query("ANALYZE score"));
  const active = await readRuleSet(systemMember(organisationId));
  const [first, ...rest] = active?.rules ?? [];
  if (!active || !first) throw new Error("There are no rules in force.");
  const { effect } = first;
  const louder =
    effect.type === "step"
      ? { ...effect, thresholds: effect.thresholds.map(({ from, points }) => ({ from, points: points * 1.25 })) }
      : { ...effect, points: effect.points * 1.25 };
  return ruleTrial.parse({ rules: [{ ...first, effect: louder }, ...rest], groups: active.groups });
}

async function severalTimes<Result>(work: () => Promise<Result>) {
  const figures: number[] = [];
  let last = await timed(work);
  figures.push(last.seconds);
  while (figures.length < ROUNDS) {
    last = await timed(work);
    figures.push(last.seconds);
  }
  const [first = Number.NaN] = figures;
  const times = { firstSeconds: first, medianSeconds: median(figures), slowestSeconds: Math.max(...figures) };
  return { result: last.result, ...times };
}
