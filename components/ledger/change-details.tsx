import { useLocale, useTranslations } from "next-intl";
import { ReasonSentence } from "@/components/risk/reason-sentence";
import type { ChangeLine } from "@/lib/charts/change-lines";
import { kindLineKey } from "@/lib/charts/kind-line-key";
import { formatDay } from "@/lib/format/format-day";
import { formatPoints } from "@/lib/format/format-points";
import { localeOf } from "@/lib/format/locale-of";
import type { CauseView, ChangeView, ReasonChangeView } from "@/lib/ledger/ledger-view";
import { ChangedFacts } from "./changed-facts";

const SHOWN = 8;

type ChangeDetailsProps = Readonly<{
  line: Pick<ChangeLine, "key" | "cause">;
  change: ChangeView;
  currency: string;
  timeZone: string;
}>;

/** What is behind a cause: the touchpoints that came, the facts that changed, the reasons that moved. */
export function ChangeDetails({ line, change, currency, timeZone }: ChangeDetailsProps) {
  if (line.cause === "kind") return <KindDays line={line} change={change} timeZone={timeZone} />;
  if (line.cause === "time") return <MovedReasons cause={change.time} />;
  if (line.cause === "configuration") return <MovedReasons cause={change.configuration} />;
  if (line.cause === "other-kinds") return <MovedReasons cause={change.touchpoints} />;
  return (
    <div className="grid gap-3">
      <ChangedFacts facts={change.traits.facts} currency={currency} />
      <MovedReasons cause={change.traits} />
    </div>
  );
}

function KindDays({ line, change, timeZone }: Omit<ChangeDetailsProps, "currency">) {
  const t = useTranslations("ledger");
  const locale = localeOf(useLocale());
  const kind = change.touchpoints.kinds.find((one) => kindLineKey(one) === line.key);
  if (!kind) return null;
  const shown = kind.touchpoints.toReversed().slice(0, SHOWN);
  const more = kind.count - shown.length;
  return (
    <p className="measure text-sm text-muted">
      {t("days")}{" "}
      {shown.map((touchpoint, at) => (
        <span key={touchpoint.id}>
          {at > 0 ? "; " : null}
          <time dateTime={touchpoint.occurredAt}>{formatDay(touchpoint.occurredAt, locale, timeZone)}</time>
        </span>
      ))}
      {more > 0 ? <> {t("moreDays", { count: more })}</> : null}
    </p>
  );
}

function MovedReasons({ cause }: Readonly<{ cause: CauseView }>) {
  const t = useTranslations("ledger");
  const locale = localeOf(useLocale());
  const rest = cause.reasons.slice(SHOWN);
  const restPoints = rest.reduce((sum, reason) => sum + reason.points, 0);
  return (
    <ul className="max-w-xl text-sm">
      {cause.reasons.slice(0, SHOWN).map((reason) => (
        <li key={reason.key} className="flex justify-between gap-4 border-t border-line py-1 first:border-t-0">
          <span className="min-w-0">
            <MovedReason reason={reason} />
          </span>
          <span className="tabular-nums">{formatPoints(reason.points, locale, 1)}</span>
        </li>
      ))}
      {rest.length > 0 ? (
        <li className="border-t border-line pt-1 text-faint">
          {t("moreReasons", { count: rest.length, points: formatPoints(restPoints, locale, 1) })}
        </li>
      ) : null}
    </ul>
  );
}

function MovedReason({ reason: { after, before } }: Readonly<{ reason: ReasonChangeView }>) {
  const t = useTranslations("ledger");
  if (after) return <ReasonSentence text={after} />;
  if (!before) return t("start");
  return (
    <>
      <span className="text-faint">{t("gone")}</span> <ReasonSentence text={before} />
    </>
  );
}
