import { useTranslations } from "next-intl";
import { Tag, type Tone } from "@/components/ui/tag";
import type { ImportSummary } from "@/lib/imports/import-view";

const TONES: Readonly<Record<ImportSummary["status"], Tone>> = {
  uploaded: "neutral",
  "dry-run": "neutral",
  running: "accent",
  succeeded: "good",
  failed: "bad",
  cancelled: "neutral",
  undoing: "accent",
  undone: "neutral",
};

type ImportStateProps = Readonly<{ status: ImportSummary["status"]; isInterrupted: boolean; isChecked: boolean }>;

/** Where an import stands, in a word. */
export function ImportState({ status, isInterrupted, isChecked }: ImportStateProps) {
  const t = useTranslations("imports");
  if (isInterrupted) return <Tag tone="warn">{t("states.interrupted")}</Tag>;
  return <Tag tone={TONES[status]}>{t(`states.${status === "dry-run" && isChecked ? "checked" : status}`)}</Tag>;
}
