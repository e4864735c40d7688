import { useTranslations } from "next-intl";
import { Table, Td, Th } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";

type KindRow = Readonly<{ id: number; key: string; label: string; valence: -1 | 0 | 1; halfLifeDays: number }>;

type KindsTableProps = Readonly<{ caption: string; rows: readonly KindRow[]; mayChange: boolean }>;

/** The kinds of one category. */
export function KindsTable({ caption, rows, mayChange }: KindsTableProps) {
  const t = useTranslations("settings.kinds");
  return (
    <Table caption={caption} className="max-w-4xl sm:table-fixed">
      <thead>
        <tr>
          <Th className="w-2/5 sm:min-w-48">{t("kind")}</Th>
          <Th>{t("valence")}</Th>
          <Th align="end">{t("halfLife")}</Th>
          {mayChange ? (
            <Th align="end">
              <span className="sr-only">{t("edit")}</span>
            </Th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {rows.map((kind) => (
          <tr key={kind.id}>
            <Th scope="row" className="break-words">
              <bdi>{kind.label}</bdi> <span className="block text-xs font-normal text-faint">{kind.key}</span>
            </Th>
            <Td>{t(`valences.${kind.valence}`)}</Td>
            <Td align="end">{t("halfLifeDays", { days: kind.halfLifeDays })}</Td>
            {mayChange ? (
              <Td align="end">
                <TextLink href={`/settings/kinds/${kind.id}`} aria-label={t("editOf", { label: kind.label })}>
                  {t("edit")}
                </TextLink>
              </Td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
