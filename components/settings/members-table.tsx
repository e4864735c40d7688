import { useTranslations } from "next-intl";
import { Table, Td, Th } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import type { Role } from "@/lib/auth/roles";
import type { ServerAction } from "@/lib/http/action-state";
import { ConfirmForm } from "./confirm-form";
import { RoleForm } from "./role-form";

type MemberRow = Readonly<{ id: number; name: string; email: string; role: Role; joined: string; isYou: boolean }>;

type MembersTableProps = Readonly<{
  rows: readonly MemberRow[];
  roles: readonly Role[];
  /** Absent for someone who may only look. */
  actions?:
    | Readonly<{
        changeRoleAction: ServerAction<void>;
        endSessionsAction: ServerAction<void>;
        removeMemberAction: ServerAction<void>;
      }>
    | undefined;
}>;

/** The people of the organisation. */
export function MembersTable({ rows, roles, actions }: MembersTableProps) {
  const t = useTranslations("settings.members");
  return (
    <Table caption={t("caption")} className="max-w-6xl">
      <thead>
        <tr>
          <Th>{t("name")}</Th>
          <Th>{t("email")}</Th>
          <Th>{t("role")}</Th>
          <Th>{t("joined")}</Th>
          {actions ? <Th>{t("actions")}</Th> : null}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <Th scope="row" className="max-w-64 break-words">
              <bdi>{row.name}</bdi> {row.isYou ? <Tag tone="accent">{t("you")}</Tag> : null}
            </Th>
            <Td className="max-w-64 break-words">{row.email}</Td>
            <Td>
              {actions ? (
                <RoleForm
                  action={actions.changeRoleAction}
                  memberId={row.id}
                  name={row.name}
                  role={row.role}
                  roles={roles}
                />
              ) : (
                t(`roles.${row.role}`)
              )}
            </Td>
            <Td className="whitespace-nowrap">{row.joined}</Td>
            {actions ? (
              <Td>
                <div className="flex flex-wrap gap-2 lg:flex-nowrap">
                  <ConfirmForm
                    action={actions.endSessionsAction}
                    fields={{ memberId: String(row.id) }}
                    trigger={t("signOut")}
                    title={t("signOutTitle", { name: row.name })}
                    body={t("signOutBody", { name: row.name })}
                  />
                  <ConfirmForm
                    action={actions.removeMemberAction}
                    fields={{ memberId: String(row.id) }}
                    trigger={t("remove")}
                    title={t("removeTitle", { name: row.name })}
                    body={t("removeBody", { name: row.name })}
                  />
                </div>
              </Td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
