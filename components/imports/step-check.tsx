"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import { postJson } from "./api-call";
import { DryRunResult } from "./dry-run-result";
import { Faults } from "./faults";
import { missingFields } from "./mapping-state";
import type { StepProps } from "./step-props";
import { saySame } from "./to-options";
import type { Step } from "./wizard-steps";

/** The check of the whole file, what it found, and the import itself. */
export function StepCheck({ view, state, options, open }: StepProps & Readonly<{ open: readonly Step[] }>) {
  const t = useTranslations("imports");
  const router = useRouter();
  const [isSending, setIsSending] = useState(false);
  const [faults, setFaults] = useState<readonly string[]>([]);
  const isMissing = missingFields(view.type, state).length > 0;
  const isChecked = view.isChecked && saySame(options, view.options);
  async function send(verb: "dry-run" | "commit") {
    setIsSending(true);
    const answer = await postJson(`/api/v1/imports/${view.id}/${verb}`, options, t("unreachable"));
    setFaults(answer.ok ? [] : answer.messages);
    setIsSending(false);
    router.refresh();
  }
  return (
    <div className="grid grid-cols-1 gap-6">
      {open.map((step) => (
        <Notice key={step} tone="warn" title={t(`steps.openTitles.${step === "dates" ? "dates" : "columns"}`)}>
          <TextLink href={`?step=${step}`}>{t("steps.answer")}</TextLink>
        </Notice>
      ))}
      <Faults messages={faults} />
      {view.dryRun && !isChecked ? <Notice tone="warn">{t("checked.stale")}</Notice> : null}
      {view.dryRun && isChecked ? <DryRunResult dryRun={view.dryRun} columns={view.detected.columns} /> : null}
      <div className="flex flex-wrap items-center gap-2">
        <Button
          variant={isChecked ? "secondary" : "primary"}
          busy={isSending}
          disabled={isMissing}
          onClick={() => send("dry-run")}
        >
          {t(isChecked ? "checkAgain" : "check")}
        </Button>
        <Button
          variant={isChecked ? "primary" : "secondary"}
          busy={isSending}
          disabled={isMissing}
          onClick={() => send("commit")}
        >
          {t(isChecked ? "start" : "startUnchecked")}
        </Button>
        <span role="status" className="text-base text-muted">
          {isSending ? t("sending") : ""}
        </span>
      </div>
    </div>
  );
}
