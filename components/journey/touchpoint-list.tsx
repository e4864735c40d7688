import { useLocale, useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";
import { Section } from "@/components/ui/section";
import { Table, Td, Th } from "@/components/ui/table";
import { formatDay } from "@/lib/format/format-day";
import { formatPoints } from "@/lib/format/format-points";
import { formatValue } from "@/lib/format/format-value";
import { localeOf } from "@/lib/format/locale-of";
import type { JourneyView } from "@/lib/journey/journey-view";
import type { JourneySearch } from "@/lib/schemas/journey-search";
import { journeyHref } from "./journey-href";

const PAGE_SIZE = 25;

type TouchpointListProps = Readonly<{
  externalId: string;
  view: JourneyView;
  search: JourneySearch;
  timeZone: string;
}>;

/** The journey as a list, newest first, page by page: what the drawing shows, in words. */
export function TouchpointList({ externalId, view, search, timeZone }: TouchpointListProps) {
  const t = useTranslations("journey.list");
  const categories = useTranslations("kinds.categories");
  const locale = localeOf(useLocale());
  const newestFirst = view.touchpoints.toReversed();
  const pages = Math.max(1, Math.ceil(newestFirst.length / PAGE_SIZE));
  const page = Math.min(Math.max(1, search.page), pages);
  const first = (page - 1) * PAGE_SIZE;
  const shown = newestFirst.slice(first, first + PAGE_SIZE);
  const pageLink = (to: number, label: string) => (
    <ButtonLink size="sm" scroll={false} href={journeyHref(externalId, search, { page: to })}>
      {label}
    </ButtonLink>
  );
  if (shown.length === 0) {
    return (
      <Section title={t("title")}>
        <p className="text-muted">{t("empty")}</p>
      </Section>
    );
  }
  return (
    <Section title={t("title")}>
      <Table caption={t("caption")}>
        <thead>
          <tr>
            <Th>{t("when")}</Th>
            <Th>{t("what")}</Th>
            <Th className="max-sm:hidden">{t("category")}</Th>
            <Th align="end">{t("value")}</Th>
            <Th align="end" title={t("pointsHint")}>
              {t("points")}
            </Th>
          </tr>
        </thead>
        <tbody>
          {shown.map((touchpoint) => (
            <tr key={touchpoint.id}>
              <Td className="w-32 whitespace-nowrap text-muted tabular-nums">
                <time dateTime={new Date(touchpoint.occurredAtMs).toISOString()}>
                  {formatDay(touchpoint.occurredAtMs, locale, timeZone)}
                </time>
              </Td>
              <Td>
                <bdi>{touchpoint.kindLabel}</bdi>
              </Td>
              <Td className="text-muted max-sm:hidden">{categories(touchpoint.category)}</Td>
              <Td align="end">{touchpoint.value === null ? "" : formatValue(touchpoint.value, locale)}</Td>
              <Td align="end" className={touchpoint.points < 0 ? "text-good" : ""}>
                {Math.abs(touchpoint.points) < 0.05 ? "" : formatPoints(touchpoint.points, locale, 1)}
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
      <div className="no-print flex flex-wrap items-center justify-between gap-3">
        <span className="text-sm text-faint">
          {t("page", { from: first + 1, to: first + shown.length, total: newestFirst.length })}
        </span>
        <span className="flex gap-2">
          {page > 1 ? pageLink(page - 1, t("newer")) : null}
          {page < pages ? pageLink(page + 1, t("older")) : null}
        </span>
      </div>
    </Section>
  );
}
