import { useLocale, useTranslations } from "next-intl";
import { RowForm } from "@/components/settings/row-form";
import { formatDay } from "@/lib/format/format-day";
import { localeOf } from "@/lib/format/locale-of";
import type { ServerAction } from "@/lib/http/action-state";
import type { JudgementView } from "@/lib/judgements/judgement-view";
import { Said } from "./said";

type StandingEntryProps = Readonly<{
  externalId: string;
  judgement: JudgementView;
  withdrawAction?: ServerAction<void> | undefined;
  timeZone: string;
}>;

/** A judgement that stands: what, why, by whom, until when. */
export function StandingEntry({ externalId, judgement, withdrawAction, timeZone }: StandingEntryProps) {
  const t = useTranslations("judgements.panel");
  const locale = localeOf(useLocale());
  const { said, reason, author, madeAtMs, expiresAtMs, mayWithdraw, id } = judgement;
  const made = formatDay(madeAtMs, locale, timeZone);
  return (
    <li className="grid gap-x-6 gap-y-2 border-b border-line py-3 sm:grid-cols-[12rem_1fr_auto]">
      <div className="font-medium text-ink">{said ? <Said said={said} /> : t("comment")}</div>
      <div className="grid min-w-0 gap-0.5">
        <p dir="auto" className="measure break-words whitespace-pre-line text-ink">
          {reason}
        </p>
        <p className="text-sm text-faint">
          <bdi>{t("until", { author, made, until: formatDay(expiresAtMs, locale, timeZone) })}</bdi>
        </p>
      </div>
      {withdrawAction && mayWithdraw ? (
        <RowForm
          action={withdrawAction}
          fields={{ externalId, judgementId: String(id) }}
          label={t("withdrawLabel", { what: reason.slice(0, 80) })}
          submit={t("withdraw")}
        />
      ) : null}
    </li>
  );
}
