import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Tag } from "@/components/ui/tag";
import { formatDate } from "@/lib/format/format-day";
import { localeOf } from "@/lib/format/locale-of";
import type { PeopleView } from "@/lib/people/people-view";

type ContactEntryProps = Readonly<{ contact: PeopleView["contacts"][number]; change: ReactNode }>;

/** A person at a customer: who, what for, how to be reached, and whether still there. */
export function ContactEntry({ contact, change }: ContactEntryProps) {
  const t = useTranslations("people");
  const locale = localeOf(useLocale());
  const { name, role, email, phone, decidesHere, leftOn } = contact;
  return (
    <li className="flex items-start justify-between gap-3">
      <div className="grid min-w-0">
        <span className="flex flex-wrap items-center gap-x-2">
          <bdi className={`font-medium break-words ${leftOn ? "text-muted" : "text-ink"}`}>{name}</bdi>
          {decidesHere ? <Tag>{t("decides")}</Tag> : null}
          {leftOn ? (
            <span className="text-sm text-muted">{t("left", { date: formatDate(leftOn, locale) })}</span>
          ) : null}
        </span>
        {role ? <bdi className="text-sm break-words text-muted">{role}</bdi> : null}
        {email ? (
          <a href={`mailto:${email}`} className="w-fit max-w-full text-sm wrap-anywhere text-accent">
            {email}
          </a>
        ) : null}
        {phone ? (
          <a href={`tel:${phone.replaceAll(/[^+\d]/g, "")}`} className="w-fit text-sm text-accent tabular-nums">
            {phone}
          </a>
        ) : null}
      </div>
      {change}
    </li>
  );
}
