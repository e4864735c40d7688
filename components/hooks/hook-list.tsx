import { useLocale, useTranslations } from "next-intl";
import { ConfirmForm } from "@/components/settings/confirm-form";
import { Table, Td, Th } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { formatDay } from "@/lib/format/format-day";
import { localeOf } from "@/lib/format/locale-of";
import type { ListedHook } from "@/lib/hooks/list-hooks";
import type { ServerAction } from "@/lib/http/action-state";
import { HookDeliveries } from "./hook-deliveries";

type HookListProps = Readonly<{ hooks: readonly ListedHook[]; timeZone: string; action: ServerAction<void> }>;

/** Hooks with what came in at them lately. */
export function HookList({ hooks, timeZone, action }: HookListProps) {
  const t = useTranslations("hooks.list");
  const locale = localeOf(useLocale());
  return (
    <Table caption={t("caption")} className="max-w-5xl">
      <thead>
        <tr>
          <Th>{t("name")}</Th>
          <Th>{t("made")}</Th>
          <Th>{t("deliveries")}</Th>
          <Th>{t("actions")}</Th>
        </tr>
      </thead>
      <tbody>
        {hooks.map((hook) => (
          <tr key={hook.id}>
            <Th scope="row" className="max-w-64 break-words">
              <bdi>{hook.name}</bdi> {hook.revokedAt ? <Tag>{t("revoked")}</Tag> : null}
            </Th>
            <Td>
              {hook.createdBy}, <span className="whitespace-nowrap">{formatDay(hook.createdAt, locale, timeZone)}</span>
            </Td>
            <Td>
              <HookDeliveries deliveries={hook.deliveries} timeZone={timeZone} />
            </Td>
            <Td>
              {hook.revokedAt ? null : (
                <ConfirmForm
                  action={action}
                  fields={{ hookId: String(hook.id) }}
                  trigger={t("revoke")}
                  title={t("revokeTitle", { name: hook.name })}
                  body={t("revokeBody")}
                />
              )}
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
