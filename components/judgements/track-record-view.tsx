import { useLocale, useTranslations } from "next-intl";
import { Facts } from "@/components/ui/facts";
import { Section } from "@/components/ui/section";
import { formatCount } from "@/lib/format/format-count";
import { formatFigure } from "@/lib/format/format-figure";
import { localeOf } from "@/lib/format/locale-of";
import type { TrackRecord } from "@/lib/judgements/track-record";

/** Who was nearer so far: figures from a minimum on, and a verdict that admits chance. */
export function TrackRecordView({ record: { settled, needed, figures } }: Readonly<{ record: TrackRecord }>) {
  const t = useTranslations("judgements.record");
  const locale = localeOf(useLocale());
  if (figures === null) {
    return (
      <Section title={t("title")} description={t("description")}>
        <p className="measure text-muted">{t("few", { settled, needed })}</p>
      </Section>
    );
  }
  const counts = { settled, personNearer: figures.personNearer, modelNearer: figures.modelNearer };
  const errors = { personError: figures.personError, modelError: figures.modelError };
  const items = [
    ...(["settled", "personNearer", "modelNearer"] as const).map((name) => ({
      label: t(`figures.${name}`),
      value: formatCount(counts[name], locale),
    })),
    ...(["personError", "modelError"] as const).map((name) => ({
      label: t(`figures.${name}`),
      value: formatFigure(errors[name], locale),
    })),
  ];
  return (
    <Section title={t("title")} description={t("description")}>
      <p className="story text-xl text-ink">{t(`verdicts.${figures.verdict}`)}</p>
      <Facts items={items} className="max-w-4xl lg:grid-cols-5" />
      <p className="measure text-sm text-muted">{t("errorNote", { n: settled })}</p>
    </Section>
  );
}
