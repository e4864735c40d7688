import { Notice } from "@/components/ui/notice";
import type { AppError } from "@/lib/errors";
import { useSentence } from "./use-sentence";

/** Why something could not be shown, in the words of the server. */
export function FailureNotice({ error }: Readonly<{ error: AppError }>) {
  const say = useSentence();
  return <Notice>{say(error.message)}</Notice>;
}
