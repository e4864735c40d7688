"use client";

import { useActionState } from "react";
import { FormProblem } from "@/components/forms/form-problem";
import { LANGUAGE_FACTS, LANGUAGES } from "@/lib/format/languages";
import type { ServerAction } from "@/lib/http/action-state";

type LanguageSwitchProps = Readonly<{ action: ServerAction<void>; current: string; legend: string }>;

/** The languages by their own names, each one press away; works without JavaScript. */
export function LanguageSwitch({ action, current, legend }: LanguageSwitchProps) {
  const [state, send, pending] = useActionState(action, null);
  return (
    <form action={send} className="grid gap-1.5">
      <fieldset disabled={pending}>
        <legend className="mb-1.5 text-xs text-faint">{legend}</legend>
        <div className="grid grid-cols-2 gap-1 rounded-md bg-sunken p-1">
          {LANGUAGES.map((language) => (
            <button
              key={language}
              type="submit"
              name="language"
              value={language}
              lang={language}
              aria-pressed={language === current}
              className="h-7 rounded-md px-2 text-sm text-muted transition-colors hover:text-ink aria-pressed:bg-raised aria-pressed:font-medium aria-pressed:text-ink aria-pressed:ring-1 aria-pressed:ring-line"
            >
              {LANGUAGE_FACTS[language].name}
            </button>
          ))}
        </div>
      </fieldset>
      <FormProblem state={state} />
    </form>
  );
}
