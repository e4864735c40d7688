import { randomUUID } from "node:crypto";
import { headers } from "next/headers";
import { unstable_rethrow } from "next/navigation";
import { getMessages } from "next-intl/server";
import type { z } from "zod";
import { refuseForeignOrigin } from "@/lib/auth/refuse-foreign-origin";
import { type Sentences, translateSentence } from "@/lib/format/translate-sentence";
import { log } from "@/lib/log";
import type { ActionState, ServerAction } from "./action-state";
import { formToObject, typedValues } from "./form-values";
import { parseInput } from "./parse-input";
import { toAppError } from "./to-app-error";

type Failure = Extract<ActionState<never>, Readonly<{ ok: false }>>;

/**
 * A server action for whoever is not signed in yet: checks where it comes from and parses its input strictly. Everything
 * else goes through `action`, which passes `identify`.
 */
export function publicAction<Input, Result = void, Identity = undefined>(
  spec: Readonly<{ input: z.ZodType<Input>; identify?: () => Promise<Identity> }>,
  handler: (call: Readonly<{ input: Input; identity: Identity }>) => Promise<Result>,
): ServerAction<Result> {
  return async (_previous, sent) => {
    let raw: Readonly<Record<string, unknown>> = {};
    try {
      raw = sent instanceof FormData ? formToObject(sent) : sent;
      refuseForeignOrigin(await headers());
      const identity = (await spec.identify?.()) as Identity;
      const input = parseInput(spec.input, raw, "form");
      return { ok: true, result: await handler({ input, identity }) };
    } catch (error) {
      // Redirects and the like are thrown on purpose.
      unstable_rethrow(error);
      return inOwnLanguage(failure(error, typedValues(raw)));
    }
  };
}

/** What went wrong in the language of the page that sent the form; programs read the same sentences in English. */
async function inOwnLanguage(state: Failure): Promise<Failure> {
  const { sentences } = (await getMessages()) as Readonly<{ sentences?: Sentences }>;
  const say = (english: string) => translateSentence(english, sentences);
  return {
    ...state,
    message: say(state.message),
    issues: state.issues.map((issue) => ({ ...issue, message: say(issue.message) })),
  };
}

function failure(error: unknown, values: Record<string, string>): Failure {
  const expected = toAppError(error);
  if (expected) {
    return { ok: false, code: expected.code, message: expected.message, issues: expected.issues, values };
  }
  const errorId = randomUUID();
  log().error({ err: error, errorId }, "bug in an action");
  return { ok: false, code: "bug", message: `It is logged as ${errorId}.`, issues: [], values, errorId };
}
