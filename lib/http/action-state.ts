import type { ErrorCode, Issue } from "@/lib/errors";

/** What a form shows after it was sent: nothing yet, done, or what is wrong together with what was typed. */
export type ActionState<Result = void> =
  | null
  | Readonly<{ ok: true; result: Result }>
  | Readonly<{
      ok: false;
      code: ErrorCode | "bug";
      /** A sentence; screens prefer their own words for the code. */
      message: string;
      issues: readonly Issue[];
      /** What was typed, without secrets, so that nothing is lost when the form is shown again. */
      values: Readonly<Record<string, string>>;
      /** Number of a bug in the log. */
      errorId?: string;
    }>;

/** A server action as `useActionState` takes it; a script may pass a plain object instead of a form. */
export type ServerAction<Result> = (
  previous: ActionState<Result>,
  input: FormData | Readonly<Record<string, unknown>>,
) => Promise<ActionState<Result>>;
