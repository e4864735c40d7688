import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import type { PeopleView } from "@/lib/people/people-view";
import { ContactDialog } from "./contact-dialog";
import { ContactEntry } from "./contact-entry";
import { MilestoneDialog } from "./milestone-dialog";
import { MilestoneEntry } from "./milestone-entry";
import type { PeopleActions } from "./people-actions";
import { PreferenceDialog } from "./preference-dialog";

type PeopleRailProps = Readonly<{
  externalId: string;
  people: PeopleView;
  /** Absent for whoever may change nothing. */
  actions?: PeopleActions | undefined;
  nowMs: number;
  timeZone: string;
}>;

/** Who the people at a customer are, how they like things to be, and the days that matter to them. */
export function PeopleRail({ externalId, people, actions, nowMs, timeZone }: PeopleRailProps) {
  const t = useTranslations("people");
  const { contacts, preferences, milestones } = people;
  if (!actions && contacts.length + preferences.length + milestones.length === 0) return null;
  return (
    <div className="grid gap-5 border-t border-line pt-5">
      <Block
        title={t("contacts")}
        empty={t("noContacts")}
        add={actions ? <ContactDialog externalId={externalId} actions={actions} /> : null}
      >
        {contacts.map((contact) => (
          <ContactEntry
            key={contact.id}
            contact={contact}
            change={actions ? <ContactDialog externalId={externalId} contact={contact} actions={actions} /> : null}
          />
        ))}
      </Block>
      <Block
        title={t("preferences")}
        empty={t("noPreferences")}
        add={actions ? <PreferenceDialog externalId={externalId} actions={actions} /> : null}
      >
        {preferences.map((preference) => (
          <li key={preference.id} className="flex items-start justify-between gap-3">
            <span dir="auto" className="min-w-0 break-words">
              {preference.text}
            </span>
            {actions ? <PreferenceDialog externalId={externalId} preference={preference} actions={actions} /> : null}
          </li>
        ))}
      </Block>
      <Block
        title={t("milestones")}
        empty={t("noMilestones")}
        add={actions ? <MilestoneDialog externalId={externalId} actions={actions} /> : null}
      >
        {milestones.map((milestone) => (
          <MilestoneEntry
            key={milestone.id}
            milestone={milestone}
            nowMs={nowMs}
            timeZone={timeZone}
            change={
              actions ? <MilestoneDialog externalId={externalId} milestone={milestone} actions={actions} /> : null
            }
          />
        ))}
      </Block>
    </div>
  );
}

type BlockProps = Readonly<{ title: string; empty: string; add: ReactNode; children: readonly ReactNode[] }>;

function Block({ title, empty, add, children }: BlockProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="grid gap-2">
      <div className="flex flex-wrap items-center gap-x-3">
        <h2 id={id} className="text-sm font-semibold text-ink">
          {title}
        </h2>
        {children.length === 0 ? <p className="text-sm text-faint">{empty}</p> : null}
        <div className="ms-auto -me-3">{add}</div>
      </div>
      {children.length > 0 ? <ul className="grid gap-2.5">{children}</ul> : null}
    </section>
  );
}
