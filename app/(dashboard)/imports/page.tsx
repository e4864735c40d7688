import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ImportsTable } from "@/components/imports/imports-table";
import { RefreshWhile } from "@/components/imports/refresh-while";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { requireMember } from "@/lib/auth/current-member";
import { listImports } from "@/lib/imports/list-imports";
import { readOrganisation } from "@/lib/organisations/read-organisation";
import { importListSearch } from "@/lib/schemas/import-options";

const REFRESH_MS = 2000;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("imports"))("title") };
}

type ImportsPageProps = Readonly<{ searchParams: Promise<Record<string, string | string[] | undefined>> }>;

export default async function ImportsPage({ searchParams }: ImportsPageProps) {
  const member = await requireMember("imports.read");
  const search = importListSearch.parse(await searchParams);
  const [{ items, nextCursor }, { timeZone }] = await Promise.all([
    listImports(member, search),
    readOrganisation(member),
  ]);
  const t = await getTranslations("imports");
  const start = (
    <>
      <ButtonLink href="/imports/held">{t("held")}</ButtonLink>
      <ButtonLink href="/imports/new" variant="primary">
        {t("new")}
      </ButtonLink>
    </>
  );
  if (items.length === 0) {
    return (
      <div className="grid gap-6">
        <PageHeader title={t("title")} lead={t("lead")} />
        <EmptyState title={t("empty.title")} action={start}>
          {t("empty.body")}
        </EmptyState>
      </div>
    );
  }
  return (
    <div className="grid gap-6">
      <PageHeader title={t("title")} lead={t("lead")} actions={start} />
      <ImportsTable items={items} timeZone={timeZone} />
      {nextCursor === null ? null : <TextLink href={`/imports?cursor=${nextCursor}`}>{t("older")}</TextLink>}
      {items.some((item) => item.status === "running" || item.status === "undoing") ? (
        <RefreshWhile everyMs={REFRESH_MS} />
      ) : null}
    </div>
  );
}
