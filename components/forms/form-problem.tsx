"use client";

import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import type { ActionState } from "@/lib/http/action-state";
import { issueText } from "./field-error";

type FormProblemProps = Readonly<{
  state: ActionState<unknown>;
  /** Paths of faults that the form shows beside its fields. */
  fields?: readonly string[];
}>;

/** What went wrong with a form that was sent, announced when it appears; nothing while all is well. */
export function FormProblem({ state, fields = [] }: FormProblemProps) {
  const t = useTranslations("errors");
  if (!state || state.ok) return null;
  const elsewhere = state.issues.filter((issue) => !fields.includes(issue.path ?? ""));
  const lines = [...new Set(elsewhere.map((issue) => issueText(issue, t)))].slice(0, 5);
  const code = state.issues.length > 0 ? "unprocessable" : state.code;
  return (
    <Notice tone="bad" role="alert">
      {lines.length > 0
        ? lines.map((line) => <p key={line}>{line}</p>)
        : t(`codes.${code}`, { errorId: state.errorId ?? "" })}
    </Notice>
  );
}
