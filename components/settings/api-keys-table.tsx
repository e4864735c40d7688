import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { Table, Td, Th } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import type { ServerAction } from "@/lib/http/action-state";
import { ConfirmForm } from "./confirm-form";

type ApiKeyRow = Readonly<{
  id: string;
  name: string;
  scopes: string;
  created: string | null;
  expires: string | null;
  lastUsed: string | null;
  state: "active" | "expired" | "revoked";
}>;

type ApiKeysTableProps = Readonly<{ rows: readonly ApiKeyRow[]; action: ServerAction<void> }>;

/** The organisation's keys, without their secrets. */
export function ApiKeysTable({ rows, action }: ApiKeysTableProps) {
  const t = useTranslations("settings.apiKeys");
  if (rows.length === 0) return <EmptyState title={t("none")}>{t("noneBody")}</EmptyState>;
  return (
    <Table caption={t("caption")} className="max-w-5xl">
      <thead>
        <tr>
          <Th>{t("name")}</Th>
          <Th>{t("scopes")}</Th>
          <Th>{t("created")}</Th>
          <Th>{t("expires")}</Th>
          <Th>{t("lastUsed")}</Th>
          <Th>{t("state")}</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <Th scope="row" className="max-w-64 break-words">
              {row.name}
            </Th>
            <Td>{row.scopes}</Td>
            <Td className="whitespace-nowrap">{row.created}</Td>
            <Td className="whitespace-nowrap">{row.expires ?? t("never")}</Td>
            <Td className="whitespace-nowrap">{row.lastUsed ?? t("unused")}</Td>
            <Td>
              <div className="flex flex-wrap items-center gap-3">
                <Tag tone={row.state === "active" ? "good" : "neutral"}>{t(`states.${row.state}`)}</Tag>
                {row.state === "active" ? (
                  <ConfirmForm
                    action={action}
                    fields={{ apiKeyId: row.id }}
                    trigger={t("revoke")}
                    title={t("revokeTitle", { name: row.name })}
                    body={t("revokeBody")}
                  />
                ) : null}
              </div>
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
