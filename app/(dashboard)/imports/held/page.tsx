import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ownLabels } from "@/app/language/own-labels";
import { HeldGroups } from "@/components/imports/held-groups";
import { HeldOutcomeNotice } from "@/components/imports/held-outcome-notice";
import { HeldRowsTable } from "@/components/imports/held-rows-table";
import { ChipLinks } from "@/components/ui/chip-links";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import { requireMember } from "@/lib/auth/current-member";
import { mayDo } from "@/lib/auth/may-do";
import { groupHeldRows } from "@/lib/held-rows/group-held-rows";
import { listHeldRows } from "@/lib/held-rows/list-held-rows";
import { listKinds } from "@/lib/kinds/list-kinds";
import { readOrganisation } from "@/lib/organisations/read-organisation";
import { HELD_REASONS } from "@/lib/schemas/held-row";
import { heldPageSearch } from "@/lib/schemas/held-row-form";
import { discardHeldRowsAction, releaseHeldRowsAction } from "./held-row-actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("held"))("title") };
}

type HeldPageProps = Readonly<{ searchParams: Promise<Record<string, string | string[] | undefined>> }>;

export default async function HeldRowsPage({ searchParams }: HeldPageProps) {
  const member = await requireMember("imports.read");
  const { released, duplicates, stayed, discarded, ...filter } = heldPageSearch.parse(await searchParams);
  const [{ groups, totals }, { items, nextCursor }, kinds, { timeZone }] = await Promise.all([
    groupHeldRows(member),
    listHeldRows(member, filter),
    listKinds(member),
    readOrganisation(member),
  ]);
  const t = await getTranslations("held");
  const actions = mayDo(member, "imports.write")
    ? {
        release: releaseHeldRowsAction,
        discard: discardHeldRowsAction,
        kinds: (await ownLabels())(kinds).map(({ key, label }) => ({ key, label })),
      }
    : undefined;
  const { reason, customerExternalId, kind, importId } = filter;
  const isFiltered = [reason, customerExternalId, kind, importId].some((value) => value !== undefined);
  const total = totals["unknown-customer"] + totals["unknown-kind"];
  return (
    <div className="grid gap-8">
      <PageHeader title={t("title")} lead={t("lead")} above={<TextLink href="/imports">{t("back")}</TextLink>} />
      <HeldOutcomeNotice released={released} duplicates={duplicates} stayed={stayed} discarded={discarded} />
      {total === 0 ? <EmptyState title={t("empty.title")}>{t("empty.body")}</EmptyState> : null}
      {groups.length > 0 ? (
        <Section title={t("groups.title")} description={t("groups.description")}>
          <HeldGroups groups={groups} actions={actions} />
        </Section>
      ) : null}
      {total > 0 ? (
        <Section title={t("rows.title")}>
          <ChipLinks
            label={t("rows.filter")}
            items={[
              { href: "/imports/held", label: t("rows.all", { count: total }), current: !isFiltered },
              ...HELD_REASONS.map((name) => ({
                href: `/imports/held?reason=${name}`,
                label: t(`rows.${name}`, { count: totals[name] }),
                current: reason === name,
              })),
            ]}
          />
          {(customerExternalId ?? kind ?? importId) ? (
            <p className="text-base text-muted">
              {t("rows.only", { value: customerExternalId ?? kind ?? String(importId) })}
            </p>
          ) : null}
          {items.length === 0 ? <p className="text-base text-muted">{t("rows.none")}</p> : null}
          {items.length > 0 ? <HeldRowsTable rows={items} timeZone={timeZone} actions={actions} /> : null}
          {nextCursor === null ? null : (
            <TextLink
              href={`/imports/held?${nextPage({ reason, customerExternalId, kind, importId, cursor: nextCursor })}`}
            >
              {t("rows.older")}
            </TextLink>
          )}
        </Section>
      ) : null}
    </div>
  );
}

function nextPage(query: Readonly<Record<string, string | number | undefined>>): string {
  const given = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]));
  return new URLSearchParams(given).toString();
}
