import { useTranslations } from "next-intl";
import { Table, Td, Th } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import type { Role } from "@/lib/auth/roles";
import type { ServerAction } from "@/lib/http/action-state";
import { RowForm } from "./row-form";

type InvitationRow = Readonly<{ id: string; email: string; role: Role; until: string; expired: boolean }>;

type InvitationsTableProps = Readonly<{ rows: readonly InvitationRow[]; action: ServerAction<void> }>;

/** Invitations that nobody has taken up. */
export function InvitationsTable({ rows, action }: InvitationsTableProps) {
  const t = useTranslations("settings.members");
  if (rows.length === 0) return <p className="text-base text-muted">{t("invitationsNone")}</p>;
  return (
    <Table caption={t("invitations")} className="max-w-4xl">
      <thead>
        <tr>
          <Th>{t("email")}</Th>
          <Th>{t("role")}</Th>
          <Th>{t("expires")}</Th>
          <Th>{t("actions")}</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <Th scope="row">{row.email}</Th>
            <Td>{t(`roles.${row.role}`)}</Td>
            <Td>
              {row.until} {row.expired ? <Tag tone="warn">{t("expired")}</Tag> : null}
            </Td>
            <Td>
              <RowForm
                action={action}
                fields={{ invitationId: row.id }}
                label={t("revokeOf", { email: row.email })}
                submit={t("revoke")}
              />
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
