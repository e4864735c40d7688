import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DisagreementQueue } from "@/components/judgements/disagreement-queue";
import { SettledJudgements } from "@/components/judgements/settled-judgements";
import { TrackRecordView } from "@/components/judgements/track-record-view";
import { PageHeader } from "@/components/ui/page-header";
import { currentMember } from "@/lib/auth/current-member";
import { mayDo } from "@/lib/auth/may-do";
import { listDisagreements } from "@/lib/judgements/list-disagreements";
import { listSettled } from "@/lib/judgements/list-settled";
import { trackRecord } from "@/lib/judgements/track-record";
import { readOrganisation } from "@/lib/organisations/read-organisation";

const SETTLED_SHOWN = 20;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("judgements.queue"))("title") };
}

export default async function JudgementsPage() {
  const member = await currentMember();
  const [{ timeZone }, disagreements, settled] = await Promise.all([
    readOrganisation(member),
    listDisagreements(member),
    listSettled(member),
  ]);
  const t = await getTranslations("judgements.queue");
  return (
    <div className="grid gap-10">
      <PageHeader title={t("title")} lead={t("lead")} />
      <DisagreementQueue {...disagreements} mayJudge={mayDo(member, "judgements.write")} timeZone={timeZone} />
      <TrackRecordView record={trackRecord(settled)} />
      <SettledJudgements settled={settled.slice(0, SETTLED_SHOWN)} timeZone={timeZone} />
    </div>
  );
}
