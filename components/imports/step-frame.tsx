"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef } from "react";
import { buttonClass } from "@/components/ui/button-class";
import { STEPS, type Step } from "./wizard-steps";

type StepFrameProps = Readonly<{
  step: Step;
  /** Whether the member came here from another step: then the heading takes the focus. */
  takesFocus: boolean;
  children: ReactNode;
}>;

/** A step with its heading and the ways on and back. */
export function StepFrame({ step, takesFocus, children }: StepFrameProps) {
  const t = useTranslations("imports.steps");
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takesFocus) heading.current?.focus({ preventScroll: true });
  }, [takesFocus]);
  const at = STEPS.indexOf(step);
  const [back, next] = [STEPS[at - 1], STEPS[at + 1]];
  return (
    <section aria-labelledby="step-title" className="grid min-w-0 grid-cols-1 gap-6">
      <div className="measure grid gap-1">
        <h2 id="step-title" ref={heading} tabIndex={-1} className="text-xl font-semibold text-ink outline-none">
          {t(`titles.${step}`)}
        </h2>
        <p className="text-base text-muted">{t(`leads.${step}`)}</p>
      </div>
      {children}
      <div className="flex flex-wrap gap-2 border-t border-line pt-4">
        {back ? (
          <Link href={`?step=${back}`} scroll={false} prefetch={false} className={buttonClass("secondary")}>
            {t("back")}
          </Link>
        ) : null}
        {next ? (
          <Link href={`?step=${next}`} scroll={false} prefetch={false} className={buttonClass("primary")}>
            {t("next", { step: t(next) })}
          </Link>
        ) : null}
      </div>
    </section>
  );
}
