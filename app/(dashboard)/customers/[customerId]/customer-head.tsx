import { ownLabels } from "@/app/language/own-labels";
import { BriefLink } from "@/components/brief/brief-link";
import { AddEntry } from "@/components/hand-entries/add-entry";
import { ReplayBar } from "@/components/journey/replay-bar";
import { JudgeRisk } from "@/components/judgements/judge-risk";
import { JudgementPanel } from "@/components/judgements/judgement-panel";
import { PeopleRail } from "@/components/people/people-rail";
import { CustomerHeader } from "@/components/risk/customer-header";
import { mayDo } from "@/lib/auth/may-do";
import type { Member } from "@/lib/auth/member";
import type { CustomerPageView } from "@/lib/customers/read-customer-page";
import { isoDay } from "@/lib/format/iso-day";
import { localMinute } from "@/lib/format/local-minute";
import { listJudgements } from "@/lib/judgements/list-judgements";
import { listKinds } from "@/lib/kinds/list-kinds";
import { readPeople } from "@/lib/people/read-people";
import type { JourneySearch } from "@/lib/schemas/journey-search";
import { addNoteAction, addOutcomeAction, addTouchpointAction, removeEntryAction } from "./entry-actions";
import { judgeAction, withdrawJudgementAction } from "./judgement-actions";
import { removePeopleFactAction, saveContactAction, saveMilestoneAction, savePreferenceAction } from "./people-actions";

const entryActions = { addTouchpointAction, addNoteAction, addOutcomeAction, removeEntryAction };
const peopleActions = { saveContactAction, savePreferenceAction, saveMilestoneAction, removePeopleFactAction };

type CustomerHeadProps = Readonly<{
  member: Member;
  page: CustomerPageView;
  search: JourneySearch;
  /** The organisation's clock. */
  nowMs: number;
}>;

/** Who it is and how likely a break-up; what can be done about it, what people think of it, and who they are. */
export async function CustomerHead({ member, page, search, nowMs }: CustomerHeadProps) {
  const { customer, asOfMs, isReplay, horizonDays, timeZone } = page;
  const { externalId } = customer;
  const today = isoDay(nowMs, timeZone);
  const mayWrite = !isReplay && mayDo(member, "touchpoints.write");
  const mayJudge = !isReplay && customer.score && customer.stage !== "departed" && mayDo(member, "judgements.write");
  const own = await ownLabels();
  const [kinds, people, judgements] = await Promise.all([
    mayWrite ? listKinds(member) : [],
    isReplay ? null : readPeople(member, externalId, today),
    listJudgements(member, externalId, isReplay ? asOfMs : null),
  ]);
  const rail = people ? (
    <PeopleRail
      externalId={externalId}
      people={people}
      actions={mayDo(member, "customers.write") ? peopleActions : undefined}
      nowMs={nowMs}
      timeZone={timeZone}
    />
  ) : null;
  return (
    <CustomerHeader customer={customer} horizonDays={horizonDays} timeZone={timeZone} nowMs={asOfMs} rail={rail}>
      <div className="flex flex-wrap items-center justify-between gap-x-8 gap-y-3">
        <div className="flex flex-wrap gap-2">
          {mayWrite ? (
            <AddEntry
              externalId={externalId}
              kinds={own(kinds).map(({ key, label }) => ({ value: key, label }))}
              now={localMinute(nowMs, timeZone)}
              actions={entryActions}
            />
          ) : null}
          {mayJudge ? <JudgeRisk externalId={externalId} today={today} action={judgeAction} /> : null}
        </div>
        <BriefLink externalId={externalId} asOf={isReplay ? search.asOf : undefined} />
        <ReplayBar {...{ externalId, search, timeZone, asOfMs, isReplay }} />
      </div>
      {customer.score ? (
        <JudgementPanel
          externalId={externalId}
          score={customer.score}
          judgements={judgements}
          withdrawAction={isReplay ? undefined : withdrawJudgementAction}
          timeZone={timeZone}
        />
      ) : null}
    </CustomerHeader>
  );
}
