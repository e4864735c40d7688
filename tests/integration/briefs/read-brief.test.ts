import { beforeAll, expect, it } from "vitest";
import { systemMember } from "@/lib/auth/system-member";
import { readBrief } from "@/lib/briefs/read-brief";
import { upsertCustomers } from "@/lib/customers/upsert-customers";
import { addNote } from "@/lib/hand-entries/add-note";
import { scoreAll } from "@/lib/scores/score-all";
import { ingestTouchpoints } from "@/lib/touchpoints/ingest-touchpoints";
import { makeOrganisation } from "../api/call-api";

const NOW = "2026-06-30T12:00:00Z";
let organisationId: number;

beforeAll(async () => {
  ({ organisationId } = await makeOrganisation("Briefs", { clock: NOW }));
  const member = systemMember(organisationId);
  await upsertCustomers(member, [{ externalId: "c1", startedOn: "2025-01-01" }, { externalId: "c2" }]);
  const touchpoint = (customerExternalId: string, kind: string, day: string, note?: string) => ({
    customerExternalId,
    kind,
    occurredAt: `${day}T10:00:00Z`,
    ...(note ? { details: { note } } : {}),
  });
  const rows = [
    touchpoint("c1", "call", "2026-01-05", "We are happy."),
    touchpoint("c1", "complaint", "2026-06-20", "The third outage this month."),
    touchpoint("c1", "email", "2026-06-25"),
    touchpoint("c2", "complaint", "2026-06-26", "Not about c1."),
  ];
  await ingestTouchpoints(member, rows, { unknownCustomer: "reject", unknownKind: "reject" });
  await scoreAll(organisationId);
  await addNote(member, { externalId: "c1", note: "Call Anna before the renewal." });
});

it("tells what was said last, what is open, and the story in stages, of this customer alone", async () => {
  const brief = await readBrief(systemMember(organisationId), "c1");
  expect(brief.words.map(({ text }) => text)).toEqual(["The third outage this month.", "We are happy."]);
  expect(brief.notes.map(({ note }) => note)).toEqual(["Call Anna before the renewal."]);
  expect(brief.chapters.reduce((sum, { count }) => sum + count, 0)).toBe(3);
  expect(brief.page.customer.advice.some(({ answers }) => answers?.kindLabel === "Complaint")).toBe(true);
});

it("as of the past leaves out what was not said yet", async () => {
  const brief = await readBrief(systemMember(organisationId), "c1", "2026-03-01");
  expect(brief.words.map(({ text }) => text)).toEqual(["We are happy."]);
  expect(brief.notes).toEqual([]);
  expect(brief.chapters.reduce((sum, { count }) => sum + count, 0)).toBe(1);
});
