import { useLocale, useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { Facts } from "@/components/ui/facts";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import { Table, Td, Th } from "@/components/ui/table";
import { formatCount } from "@/lib/format/format-count";
import { formatDay } from "@/lib/format/format-day";
import { localeOf } from "@/lib/format/locale-of";
import type { ImportView } from "@/lib/imports/import-view";

type UndoResultProps = Readonly<{ view: Pick<ImportView, "undo" | "undoneBy" | "undoneAt">; timeZone: string }>;

/** What an undo took back, and what stayed and why. */
export function UndoResult({ view: { undo, undoneBy, undoneAt }, timeZone }: UndoResultProps) {
  const t = useTranslations("imports.undo");
  const locale = localeOf(useLocale());
  if (!undo || !undoneAt) return null;
  const count = (number: number) => formatCount(number, locale);
  const along = (["customers", "kinds"] as const).filter((part) => undo[part].reversed > 0 || undo[part].kept > 0);
  return (
    <div className="grid gap-6">
      <Notice tone="good" title={t("done")} role="status">
        {t("doneBody", { by: undoneBy ?? "", when: formatDay(undoneAt, locale, timeZone) })}
      </Notice>
      <Card>
        <Facts
          items={[
            ...(["reversed", "kept", "errored"] as const).map((name) => ({
              label: t(`counts.${name}`),
              value: count(undo[name]),
            })),
            ...along.map((part) => ({
              label: t(`along.${part}`),
              value: t("alongCounts", { reversed: count(undo[part].reversed), kept: count(undo[part].kept) }),
            })),
          ]}
        />
      </Card>
      {undo.reasons.length > 0 ? <Stayed reasons={undo.reasons} /> : null}
    </div>
  );
}

function Stayed({ reasons }: Readonly<{ reasons: NonNullable<ImportView["undo"]>["reasons"] }>) {
  const t = useTranslations("imports.undo");
  const locale = localeOf(useLocale());
  return (
    <Section title={t("stayed")} description={t("stayedBody")}>
      <Table caption={t("stayed")}>
        <thead>
          <tr>
            <Th>{t("reason")}</Th>
            <Th align="end">{t("count")}</Th>
            <Th>{t("examples")}</Th>
          </tr>
        </thead>
        <tbody>
          {reasons.map(({ code, of, count, examples }) => (
            <tr key={`${of} ${code}`}>
              <Th scope="row">{t(`reasons.${code}`)}</Th>
              <Td align="end">{formatCount(count, locale)}</Td>
              <Td className="break-words">{examples.join(", ")}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Section>
  );
}
