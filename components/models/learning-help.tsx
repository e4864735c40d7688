import { useTranslations } from "next-intl";

const PARAGRAPHS = ["p1", "p2", "p3"] as const;

/** How learning works, for whoever has to decide whether to trust it. */
export function LearningHelp() {
  const t = useTranslations("models.help");
  return (
    <details className="max-w-2xl">
      <summary className="w-fit cursor-pointer text-base font-medium text-accent">{t("title")}</summary>
      <div className="measure mt-3 grid gap-3 text-base text-muted">
        {PARAGRAPHS.map((paragraph) => (
          <p key={paragraph}>{t(paragraph)}</p>
        ))}
      </div>
    </details>
  );
}
