import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { Facts } from "@/components/ui/facts";
import { Notice } from "@/components/ui/notice";
import type { HookTrialResult } from "@/lib/hooks/try-hook";

/** The touchpoints that the sample becomes, or why it does not. */
export function HookTrial({ result: { touchpoints, rejected } }: Readonly<{ result: HookTrialResult }>) {
  const t = useTranslations("hooks.trial");
  const names = useTranslations("imports.fields");
  return (
    <div role="status" className="grid gap-4">
      {touchpoints.map((touchpoint, index) => (
        <Card key={index}>
          <p className="mb-3 font-medium">{t("title", { number: index + 1 })}</p>
          <Facts
            items={(
              ["customerExternalId", "kind", "occurredAt", "value", "sentiment", "id", "details"] as const
            ).flatMap((name) =>
              touchpoint[name] === null ? [] : [{ label: names(name), value: String(touchpoint[name]) }],
            )}
          />
        </Card>
      ))}
      {rejected.map(({ index, message }) => (
        <Notice key={index} tone="warn" title={t("rejected", { number: index + 1 })}>
          {message}
        </Notice>
      ))}
    </div>
  );
}
