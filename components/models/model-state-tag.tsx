import { useTranslations } from "next-intl";
import { Tag, type Tone } from "@/components/ui/tag";

const TONES: Readonly<Record<string, Tone>> = {
  active: "good",
  shadow: "accent",
  candidate: "accent",
  training: "accent",
  refused: "bad",
  failed: "warn",
};

/** What has become of a model, in a word. */
export function ModelStateTag({ state }: Readonly<{ state: string }>) {
  const t = useTranslations("models.states");
  return <Tag tone={TONES[state] ?? "neutral"}>{t.has(state) ? t(state) : state}</Tag>;
}
