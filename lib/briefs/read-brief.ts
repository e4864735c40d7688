import type { Member } from "@/lib/auth/member";
import { type CustomerPageView, readCustomerPage } from "@/lib/customers/read-customer-page";
import { withTenant } from "@/lib/db/with-tenant";
import type { HandEntryView } from "@/lib/hand-entries/hand-entry-view";
import { listEntries } from "@/lib/hand-entries/list-entries";
import { type StoryChapter, tellStory } from "@/lib/journey/tell-story";
import { journeySearch } from "@/lib/schemas/journey-search";
import { type LastWord, loadLastWords } from "./load-last-words";

const MOST_WORDS = 5;
const MOST_NOTES = 3;

/** The story of one customer so far: only what is in its data. */
export type BriefView = Readonly<{
  page: CustomerPageView;
  chapters: readonly StoryChapter[];
  /** What was said last, newest first. */
  words: readonly LastWord[];
  /** Notes of the people who look after the customer, newest first. */
  notes: readonly HandEntryView[];
}>;

/** @throws AppError not-found for a customer that is none, or that the member may not see */
export async function readBrief(member: Member, externalId: string, asOf?: string): Promise<BriefView> {
  const page = await readCustomerPage(member, externalId, journeySearch.parse({ range: "all", asOf }));
  const { organisationId } = member;
  const words = await withTenant(organisationId, (tx) =>
    loadLastWords(tx, { organisationId, externalId, upToMs: page.asOfMs, limit: MOST_WORDS }),
  );
  const entries = await listEntries(member, externalId, page.isReplay ? page.asOfMs : null);
  return {
    page,
    chapters: tellStory(page.journey),
    words,
    notes: entries.filter(({ type }) => type === "note").slice(0, MOST_NOTES),
  };
}
