import { useTranslations } from "next-intl";
import { BandMark } from "@/components/risk/band-mark";
import { formatRisk } from "@/lib/format/format-risk";
import type { SaidRisk } from "@/lib/judgements/judgement-view";

/** A risk as somebody said it: the band's shape and word, and the number where there is one. */
export function Said({ said }: Readonly<{ said: SaidRisk }>) {
  const t = useTranslations("judgements.panel");
  const bands = useTranslations("risk.bands");
  const band = bands(said.band);
  return (
    <span className="inline-flex items-center gap-1.5 tabular-nums">
      <BandMark band={said.band} />
      {said.probability === null ? band : t("risk", { risk: formatRisk(said.probability), band })}
    </span>
  );
}
