import { useLocale, useTranslations } from "next-intl";
import { Table, Td, Th } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { formatDay } from "@/lib/format/format-day";
import { localeOf } from "@/lib/format/locale-of";
import type { ListedHeldRow } from "@/lib/held-rows/list-held-rows";
import type { HeldActions } from "./held-actions";
import { HeldButtons } from "./held-buttons";

type HeldRowsTableProps = Readonly<{
  rows: readonly ListedHeldRow[];
  timeZone: string;
  actions: HeldActions | undefined;
}>;

/** Rows that wait, as they were sent. */
export function HeldRowsTable({ rows, timeZone, actions }: HeldRowsTableProps) {
  const t = useTranslations("held.rows");
  const reasons = useTranslations("held.groups");
  const locale = localeOf(useLocale());
  return (
    <Table caption={t("title")}>
      <thead>
        <tr>
          <Th>{t("customer")}</Th>
          <Th>{t("kind")}</Th>
          <Th>{t("reason")}</Th>
          <Th>{t("when")}</Th>
          <Th>{t("sent")}</Th>
          <Th>{t("from")}</Th>
          {actions ? <Th>{t("actions")}</Th> : null}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <Th scope="row" className="max-w-56 break-words">
              {row.customerExternalId}
            </Th>
            <Td className="max-w-48 break-words">{row.kind ?? String(row.row.type ?? "")}</Td>
            <Td>{reasons(row.reason)}</Td>
            <Td className="whitespace-nowrap">{happened(row, (moment) => formatDay(moment, locale, timeZone))}</Td>
            <Td className="max-w-96 break-words text-muted">{sent(row)}</Td>
            <Td className="whitespace-nowrap">
              {row.importId === null ? (
                t(row.hookId === null ? "api" : "hook")
              ) : (
                <TextLink href={`/imports/${row.importId}`}>{t("import", { id: String(row.importId) })}</TextLink>
              )}
            </Td>
            {actions ? (
              <Td>
                <HeldButtons
                  actions={actions}
                  reason={row.reason}
                  value={row.reason === "unknown-kind" ? (row.kind ?? "") : row.customerExternalId}
                  rows={1}
                  fields={{ key: row.key }}
                />
              </Td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function happened({ row }: ListedHeldRow, format: (moment: number) => string): string {
  return typeof row.occurredAtMs === "number" ? format(row.occurredAtMs) : String(row.occurredOn ?? "");
}

/** The row as it stood in its file, or what it says besides customer, kind and time. */
function sent({ fields, row }: ListedHeldRow): string {
  if (fields.length > 0) return fields.filter((field) => field !== "").join(" · ");
  return [row.senderId, row.value, row.details].filter((part) => part !== null && part !== undefined).join(" · ");
}
