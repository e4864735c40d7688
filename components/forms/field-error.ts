import type { Issue } from "@/lib/errors";
import type { ActionState } from "@/lib/http/action-state";

type Translate = ((key: string) => string) & { has: (key: string) => boolean };

/** What is wrong with one field, in the words of the namespace `errors`, or undefined. */
export function fieldError(state: ActionState<unknown>, path: string, t: Translate): string | undefined {
  if (!state || state.ok) return undefined;
  const issue = state.issues.find((one) => one.path === path);
  return issue && issueText(issue, t);
}

/** A fault in the words of the namespace `errors`; its own sentence where there are none. */
export function issueText(issue: Issue, t: Translate): string {
  return t.has(`issues.${issue.code}`) ? t(`issues.${issue.code}`) : issue.message;
}

/** What was typed before the form came back with faults, or what was there in the first place. */
export function typedValue(state: ActionState<unknown>, name: string, initial = ""): string {
  return state && !state.ok ? (state.values[name] ?? initial) : initial;
}
