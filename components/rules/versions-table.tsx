import { useLocale, useTranslations } from "next-intl";
import { Table, Td, Th } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { TextLink } from "@/components/ui/text-link";
import { formatDay } from "@/lib/format/format-day";
import { localeOf } from "@/lib/format/locale-of";
import type { ListedVersion } from "@/lib/rules/list-versions";

type VersionsTableProps = Readonly<{ versions: readonly ListedVersion[]; timeZone: string }>;

/** Published versions, newest first. */
export function VersionsTable({ versions, timeZone }: VersionsTableProps) {
  const t = useTranslations("rules.versions");
  const locale = localeOf(useLocale());
  return (
    <Table caption={t("caption")} className="max-w-4xl">
      <thead>
        <tr>
          <Th>{t("version")}</Th>
          <Th>{t("note")}</Th>
          <Th>{t("published")}</Th>
          <Th>{t("by")}</Th>
          <Th align="end">{t("rules")}</Th>
        </tr>
      </thead>
      <tbody>
        {versions.map(({ version, note, publishedAt, publishedBy, rules, inForce }) => (
          <tr key={version}>
            <Th scope="row">
              {inForce ? (
                <>
                  {version} <Tag tone="good">{t("inForce")}</Tag>
                </>
              ) : (
                <TextLink
                  href={`/settings/rules/versions/${version}`}
                  aria-label={t("compare", { version: String(version) })}
                >
                  {version}
                </TextLink>
              )}
            </Th>
            <Td>{note}</Td>
            <Td className="whitespace-nowrap">
              {publishedAt ? formatDay(publishedAt.getTime(), locale, timeZone) : "–"}
            </Td>
            <Td>{publishedBy ?? "–"}</Td>
            <Td align="end">{rules}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
