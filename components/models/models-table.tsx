import { useLocale, useTranslations } from "next-intl";
import { Table, Td, Th } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { formatCount } from "@/lib/format/format-count";
import { formatDay } from "@/lib/format/format-day";
import { formatFigure } from "@/lib/format/format-figure";
import { formatShare } from "@/lib/format/format-share";
import { localeOf } from "@/lib/format/locale-of";
import type { ModelSummary } from "@/lib/models/summarise-model";
import { ModelStateTag } from "./model-state-tag";

type ModelsTableProps = Readonly<{ models: readonly ModelSummary[]; timeZone: string }>;

/** Every version: how it came to be, how good it is, and who put it in use. */
export function ModelsTable({ models, timeZone }: ModelsTableProps) {
  const t = useTranslations("models.table");
  return (
    <Table caption={t("caption")} className="max-w-5xl">
      <thead>
        <tr>
          <Th>{t("version")}</Th>
          <Th>{t("state")}</Th>
          <Th>{t("trained")}</Th>
          <Th align="end">{t("auc")}</Th>
          <Th align="end">{t("ece")}</Th>
          <Th align="end">{t("breakUps")}</Th>
          <Th>{t("promoted")}</Th>
        </tr>
      </thead>
      <tbody>
        {models.map((model) => (
          <ModelRow key={model.id} model={model} timeZone={timeZone} />
        ))}
      </tbody>
    </Table>
  );
}

function ModelRow({ model, timeZone }: Readonly<{ model: ModelSummary; timeZone: string }>) {
  const t = useTranslations("models.table");
  const words = useTranslations("models");
  const locale = localeOf(useLocale());
  const { id, origin, trainedAt, promotedAt, promotedBy, figures, anchoredFrom } = model;
  const auc = figures?.auc;
  const none = t("none");
  return (
    <tr>
      <Th scope="row" className="min-w-44">
        <TextLink href={`/settings/models/${id}`}>{words("title", { version: String(id) })}</TextLink>
        <span className="block text-sm font-normal text-muted">
          {words(`origin.${origin === "learned" ? "learned" : "rules"}`)}
        </span>
        {anchoredFrom === null ? null : (
          <span className="block text-sm font-normal text-faint">
            {words("anchoredFrom", { version: String(anchoredFrom) })}
          </span>
        )}
      </Th>
      <Td>
        <ModelStateTag state={model.state} />
      </Td>
      <Td className="whitespace-nowrap">{trainedAt ? formatDay(trainedAt, locale, timeZone) : none}</Td>
      <Td align="end">
        {auc && auc.value !== null && auc.low !== null && auc.high !== null ? (
          <>
            {formatShare(auc.value, locale)}{" "}
            <span className="text-sm text-muted">
              {words("figures.range", { low: formatShare(auc.low, locale), high: formatShare(auc.high, locale) })}
            </span>
          </>
        ) : (
          none
        )}
      </Td>
      <Td align="end">{figures?.ece.value == null ? none : formatFigure(figures.ece.value, locale)}</Td>
      <Td align="end">{figures ? formatCount(figures.breakUps, locale) : none}</Td>
      <Td>
        {promotedAt
          ? t("promotedBy", { date: formatDay(promotedAt, locale, timeZone), name: promotedBy ?? none })
          : none}
      </Td>
    </tr>
  );
}
