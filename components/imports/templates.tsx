import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { Section } from "@/components/ui/section";

const TEMPLATES = ["touchpoints", "customers", "outcomes", "wide"] as const;

/** Sample files to start from. */
export function Templates() {
  const t = useTranslations("imports.templates");
  return (
    <Section title={t("title")} description={t("lead")}>
      <ul className="flex flex-wrap gap-x-6 gap-y-2">
        {TEMPLATES.map((name) => (
          <li key={name}>
            <a
              href={`/templates/${name}.csv`}
              download
              aria-label={t("download", { name: t(name) })}
              className="inline-flex items-center gap-1.5 text-base text-accent underline underline-offset-2"
            >
              <Download aria-hidden className="size-4" />
              {t(name)}
            </a>
          </li>
        ))}
      </ul>
    </Section>
  );
}
