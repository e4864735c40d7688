"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";

type PageFailedProps = Readonly<{ error: unknown; retry: () => void }>;

/** What happened, what is safe, what to do: shown where a page could not be rendered. */
export function PageFailed({ error, retry }: PageFailedProps) {
  const t = useTranslations("common");
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : null;
  return (
    <div role="alert" className="grid justify-items-start gap-4">
      <h1 className="story text-2xl font-semibold">{t("failed.title")}</h1>
      <p className="measure text-muted">{t("failed.body")}</p>
      {digest ? <p className="text-sm tabular-nums text-faint">{t("failed.reference", { digest })}</p> : null}
      <Button variant="primary" onClick={retry}>
        {t("tryAgain")}
      </Button>
    </div>
  );
}
