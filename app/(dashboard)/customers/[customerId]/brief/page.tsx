import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ownLabels } from "@/app/language/own-labels";
import { Brief } from "@/components/brief/brief";
import { currentMember } from "@/lib/auth/current-member";
import { readBrief } from "@/lib/briefs/read-brief";
import { AppError } from "@/lib/errors";
import { journeySearch } from "@/lib/schemas/journey-search";

type BriefPageProps = Readonly<{
  params: Promise<{ customerId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}>;

export async function generateMetadata({ params }: BriefPageProps): Promise<Metadata> {
  const externalId = decodeURIComponent((await params).customerId);
  return { title: (await getTranslations("brief"))("pageTitle", { id: externalId }) };
}

export default async function BriefPage({ params, searchParams }: BriefPageProps) {
  const externalId = decodeURIComponent((await params).customerId);
  const { asOf } = journeySearch.parse(await searchParams);
  const brief = await readBrief(await currentMember(), externalId, asOf).catch((error: unknown) => {
    if (error instanceof AppError && error.code === "not-found") notFound();
    throw error;
  });
  const own = await ownLabels();
  return <Brief brief={own(brief)} />;
}
