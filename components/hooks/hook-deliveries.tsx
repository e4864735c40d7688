import { useLocale, useTranslations } from "next-intl";
import { Tag } from "@/components/ui/tag";
import { localeOf } from "@/lib/format/locale-of";
import type { HookDelivery } from "@/lib/hooks/list-hooks";

type HookDeliveriesProps = Readonly<{ deliveries: readonly HookDelivery[]; timeZone: string }>;

/** The last deliveries: the newest in sight, the others behind it. */
export function HookDeliveries({ deliveries, timeZone }: HookDeliveriesProps) {
  const t = useTranslations("hooks.deliveries");
  const [latest, ...earlier] = deliveries;
  if (!latest) return <span className="text-muted">{t("none")}</span>;
  return (
    <div className="grid gap-1">
      <Delivery delivery={latest} timeZone={timeZone} />
      {earlier.length > 0 ? (
        <details>
          <summary className="cursor-pointer text-sm text-accent">{t("earlier", { count: earlier.length })}</summary>
          <ul className="mt-1 grid gap-1">
            {earlier.map((delivery) => (
              <li key={delivery.id}>
                <Delivery delivery={delivery} timeZone={timeZone} />
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </div>
  );
}

function Delivery({ delivery, timeZone }: Readonly<{ delivery: HookDelivery; timeZone: string }>) {
  const t = useTranslations("hooks.deliveries");
  const locale = localeOf(useLocale());
  const { at, status, accepted, duplicates, held, rejected, message } = delivery;
  const when = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "medium", timeZone });
  const isRefused = status >= 400;
  return (
    <p className="text-sm">
      <Tag tone={isRefused ? "bad" : rejected + held > 0 ? "warn" : "good"}>{status}</Tag>{" "}
      <span className="whitespace-nowrap">{when.format(new Date(at))}</span>{" "}
      {isRefused ? null : <span>{t("counts", { accepted, duplicates, held, rejected })}</span>}
      {message ? <span className="block break-words text-muted">{message}</span> : null}
    </p>
  );
}
