import { useLocale, useTranslations } from "next-intl";
import type { ReasonView } from "@/lib/customers/customer-view";
import { formatDay } from "@/lib/format/format-day";
import { formatPoints } from "@/lib/format/format-points";
import { formatValue } from "@/lib/format/format-value";
import { localeOf } from "@/lib/format/locale-of";

const SHOWN = 12;

type ReasonTouchpointsProps = Readonly<{ reason: Pick<ReasonView, "touchpoints" | "further">; timeZone: string }>;

/** The touchpoints behind a reason with their share of its points, largest first. */
export function ReasonTouchpoints({ reason: { touchpoints, further }, timeZone }: ReasonTouchpointsProps) {
  const t = useTranslations("risk.reasons");
  const locale = localeOf(useLocale());
  if (touchpoints.length === 0) return <p className="measure text-sm text-muted">{t("noTouchpoints")}</p>;
  const rest = touchpoints.slice(SHOWN);
  const restCount = rest.length + further.count;
  const restPoints = rest.reduce((sum, touchpoint) => sum + touchpoint.points, further.points);
  return (
    <div className="max-w-xl">
      <table className="evidence w-full text-sm">
        <caption className="pb-1 text-start text-faint">
          {t("touchpoints", { count: touchpoints.length + further.count })}
        </caption>
        <thead className="sr-only">
          <tr>
            <th scope="col">{t("columns.when")}</th>
            <th scope="col">{t("columns.what")}</th>
            <th scope="col">{t("columns.share")}</th>
          </tr>
        </thead>
        <tbody>
          {touchpoints.slice(0, SHOWN).map((touchpoint) => (
            <tr key={touchpoint.id}>
              <td>
                <time dateTime={touchpoint.occurredAt}>{formatDay(touchpoint.occurredAt, locale, timeZone)}</time>
              </td>
              <td className="pe-3">
                <bdi>{touchpoint.kindLabel}</bdi>
                {touchpoint.value === null ? null : (
                  <span className="text-faint"> · {formatValue(touchpoint.value, locale)}</span>
                )}
              </td>
              <td>{formatPoints(touchpoint.points, locale, 1)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {restCount > 0 ? (
        <p className="border-t border-line pt-1 text-sm text-faint">
          {t("more", { count: restCount, points: formatPoints(restPoints, locale, 1) })}
        </p>
      ) : null}
    </div>
  );
}
