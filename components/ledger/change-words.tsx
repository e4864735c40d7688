import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { ChangeLine } from "@/lib/charts/change-lines";
import { kindLineKey } from "@/lib/charts/kind-line-key";
import type { ChangeView } from "@/lib/ledger/ledger-view";

type ChangeWordsProps = Readonly<{ line: Pick<ChangeLine, "key" | "cause">; change: ChangeView }>;

/** A cause of a change in a few words: "New: 2 × Complaint", "Time passing", "Rules version 3". */
export function ChangeWords({ line, change }: ChangeWordsProps) {
  const t = useTranslations("ledger");
  const { kinds } = change.touchpoints;
  if (line.cause === "configuration") return <ConfigurationWords change={change} />;
  if (line.cause !== "kind") return t(`causes.${line.cause}`);
  const kind = kinds.find((one) => kindLineKey(one) === line.key);
  if (!kind) return null;
  return (
    <>
      {t.rich(kind.takenBack ? "kindGone" : "kind", {
        count: kind.count,
        kind: kind.kindLabel,
        b: (chunks: ReactNode) => <bdi>{chunks}</bdi>,
      })}
      {kind.late > 0 ? (
        <span className="text-faint"> · {t("late", { late: kind.late, count: kind.count })}</span>
      ) : null}
    </>
  );
}

function ConfigurationWords({ change: { configuration, to } }: Readonly<{ change: ChangeView }>): ReactNode {
  const t = useTranslations("ledger.changed");
  const { changed } = configuration;
  if (changed.length === 0) return t("other");
  const versions = { rules: to.ruleSetVersion, model: to.modelVersion };
  return changed.map((part) => t(part, versions)).join(", ");
}
