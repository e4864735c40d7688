"use client";

import { useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { initialState, type MappingState, missingFields } from "./mapping-state";
import { StepCheck } from "./step-check";
import { StepColumns } from "./step-columns";
import { StepDates } from "./step-dates";
import { StepFile } from "./step-file";
import { StepFrame } from "./step-frame";
import type { WizardChoices, WizardView } from "./step-props";
import { StepUnknown } from "./step-unknown";
import { toOptions } from "./to-options";
import { useDraft } from "./use-draft";
import { usePreview } from "./use-preview";
import { STEPS, type Step, WizardSteps } from "./wizard-steps";

type WizardProps = Readonly<{ view: WizardView; choices: WizardChoices; savedWhen: string }>;

/** From a file to rows: what it is, its columns, dates, what is unknown, and a check of all of it before anything changes. */
export function Wizard({ view, choices, savedWhen }: WizardProps) {
  const asked = useSearchParams().get("step");
  const step = STEPS.find((one) => one === asked) ?? "file";
  const first = useRef(step);
  const shape = view.detected.columns.map(({ name }) => name).join("\n");
  const start = initialState(view.detected, view.options ?? view.savedMapping?.options ?? null);
  const [draft, setDraft] = useDraft<MappingState & { shape?: string }>(`import-${view.id}-${view.type}`, start);
  // Another reading of the file has other columns: what was said of the old ones is of no use.
  const state = draft.shape === undefined || draft.shape === shape ? fitting(draft, start) : start;
  const change = (part: Partial<MappingState>) => setDraft({ ...state, ...part, shape });
  const options = toOptions(state, view.detected.columns);
  const preview = usePreview(view.id, options);
  const open: Step[] = [];
  if (missingFields(view.type, state).length > 0) open.push("columns");
  if (preview?.dates.some((date) => date.isOpen)) open.push("dates");
  const props = { view, state, choices, preview, options, onChange: change };
  return (
    <div className="grid grid-cols-1 gap-6">
      <WizardSteps current={step} open={open} />
      <Remembered view={view} when={savedWhen} onForget={() => change(initialState(view.detected, null))} />
      <StepFrame key={step} step={step} takesFocus={first.current !== step}>
        {step === "file" ? <StepFile view={view} encodings={choices.encodings} /> : null}
        {step === "columns" ? <StepColumns {...props} /> : null}
        {step === "dates" ? <StepDates {...props} /> : null}
        {step === "unknown" ? <StepUnknown {...props} /> : null}
        {step === "check" ? <StepCheck {...props} open={open} /> : null}
      </StepFrame>
    </div>
  );
}

/** A draft of an older version of this page may lack what came since. */
function fitting(draft: MappingState, start: MappingState): MappingState {
  return draft.fields.length === start.fields.length ? { ...start, ...draft } : start;
}

type RememberedProps = Readonly<{ view: WizardView; when: string; onForget: () => void }>;

/** Says that the choices are those of a file with the same columns, and offers to begin anew. */
function Remembered({ view, when, onForget }: RememberedProps) {
  const t = useTranslations("imports.remembered");
  if (!view.savedMapping || view.options) return null;
  return (
    <Notice title={t("title", { filename: view.savedMapping.filename })}>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <p>{t("body", { by: view.savedMapping.usedBy, when })}</p>
        <Button size="sm" onClick={onForget}>
          {t("forget")}
        </Button>
      </div>
    </Notice>
  );
}
