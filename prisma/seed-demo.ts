import { closePools } from "@/lib/db/pool";
import { withTenant } from "@/lib/db/with-tenant";
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from "@/lib/demo/demo-accounts";
import { AppError } from "@/lib/errors";
import { joinOrganisation } from "@/lib/members/join-organisation";
import { createOrganisation } from "@/lib/organisations/create-organisation";
import { findOrganisationBySlug } from "@/lib/organisations/find-organisation-by-slug";
import { generateSample } from "@/lib/sample/generate-sample";
import { SAMPLE_ORGANISATION } from "@/lib/sample/sample-organisation";
import { scoreAll } from "@/lib/scores/score-all";
import { importSample } from "./import-sample";

/** The demo's "today": the sample ends here, and nothing on screen grows old. */
const CLOCK = "2026-06-30T12:00:00.000Z";
const WEEK_MS = 7 * 86_400_000;
/** Scores of so many weeks before, so that the history has something to tell. */
const WEEKS_OF_HISTORY = 4;
/** The sample loses about 2 in 100 customers in 90 days; bands for such a base rate. */
const BANDS = { watch: 0.04, atRisk: 0.1, critical: 0.25 };

try {
  await seed();
} finally {
  await closePools();
}

/** Makes the sample organisation by the ways everyone else's data comes in. Every step can be repeated. */
async function seed(): Promise<void> {
  const organisationId = (await findExisting()) ?? (await create());
  const sample = generateSample({ asOf: new Date(CLOCK) });
  await withTenant(organisationId, async (tx) => {
    const owners = sample.owners.filter((owner) => !DEMO_ACCOUNTS.some((account) => account.email === owner.email));
    for (const person of [...DEMO_ACCOUNTS, ...owners]) {
      await joinOrganisation(tx, { organisationId, ...person, password: DEMO_PASSWORD });
    }
  });
  await importSample(organisationId, sample);
  for (let weeksAgo = WEEKS_OF_HISTORY; weeksAgo >= 0; weeksAgo -= 1) {
    await scoreAll(organisationId, { asOfMs: Date.parse(CLOCK) - weeksAgo * WEEK_MS });
  }
}

async function findExisting(): Promise<number | undefined> {
  try {
    return (await findOrganisationBySlug(SAMPLE_ORGANISATION.slug)).id;
  } catch (error) {
    if (error instanceof AppError && error.code === "not-found") return undefined;
    throw error;
  }
}

async function create(): Promise<number> {
  const [admin] = DEMO_ACCOUNTS;
  const { name, slug, currency, timeZone } = SAMPLE_ORGANISATION;
  const made = await createOrganisation({
    name,
    slug,
    admin: admin ? { ...admin, password: DEMO_PASSWORD } : null,
    settings: { clock: CLOCK, currency, timeZone, bands: BANDS },
  });
  return made.organisationId;
}
