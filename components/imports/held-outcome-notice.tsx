import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";

type HeldOutcomeProps = Readonly<{
  released: number | undefined;
  duplicates: number | undefined;
  stayed: number | undefined;
  discarded: number | undefined;
}>;

/** What the last release or discard came to. */
export function HeldOutcomeNotice({ released, duplicates = 0, stayed = 0, discarded }: HeldOutcomeProps) {
  const t = useTranslations("held.outcome");
  if (discarded !== undefined) return <Notice role="status" title={t("discarded", { count: discarded })} />;
  if (released === undefined) return null;
  const isMended = stayed === 0;
  return (
    <Notice role="status" tone={isMended ? "good" : "warn"} title={t("released", { count: released })}>
      {duplicates > 0 ? <p>{t("duplicates", { count: duplicates })}</p> : null}
      {isMended ? null : <p>{t("stayed", { count: stayed })}</p>}
    </Notice>
  );
}
