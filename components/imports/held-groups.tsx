import { useLocale, useTranslations } from "next-intl";
import { Table, Td, Th } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { formatCount } from "@/lib/format/format-count";
import { localeOf } from "@/lib/format/locale-of";
import type { HeldGroup } from "@/lib/held-rows/group-held-rows";
import type { HeldActions } from "./held-actions";
import { HeldButtons } from "./held-buttons";

type HeldGroupsProps = Readonly<{ groups: readonly HeldGroup[]; actions: HeldActions | undefined }>;

/** What rows wait for, with the way to mend all of them at once. */
export function HeldGroups({ groups, actions }: HeldGroupsProps) {
  const t = useTranslations("held.groups");
  const locale = localeOf(useLocale());
  return (
    <Table caption={t("title")}>
      <thead>
        <tr>
          <Th>{t("value")}</Th>
          <Th>{t("reason")}</Th>
          <Th align="end">{t("rows")}</Th>
          {actions ? <Th>{t("actions")}</Th> : null}
        </tr>
      </thead>
      <tbody>
        {groups.map(({ reason, value, rows }) => {
          const field = reason === "unknown-kind" ? "kind" : "customerExternalId";
          return (
            <tr key={`${reason} ${value}`}>
              <Th scope="row" className="max-w-80 break-words">
                <TextLink href={`/imports/held?${new URLSearchParams({ [field]: value })}`}>{value}</TextLink>
              </Th>
              <Td>{t(reason)}</Td>
              <Td align="end">{formatCount(rows, locale)}</Td>
              {actions ? (
                <Td>
                  <HeldButtons
                    actions={actions}
                    reason={reason}
                    value={value}
                    rows={rows}
                    fields={{ [field]: value }}
                  />
                </Td>
              ) : null}
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
}
