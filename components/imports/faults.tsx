"use client";

import { useTranslations } from "next-intl";
import { useSentence } from "@/components/forms/use-sentence";
import { Notice } from "@/components/ui/notice";

/** What went wrong, in the words of the server. */
export function Faults({ messages }: Readonly<{ messages: readonly string[] }>) {
  const t = useTranslations("imports");
  const say = useSentence();
  if (messages.length === 0) return null;
  return (
    <Notice tone="bad" title={t("problem.title")} role="alert">
      <ul className="grid gap-1">
        {messages.slice(0, 20).map((message) => (
          <li key={message}>{say(message)}</li>
        ))}
      </ul>
    </Notice>
  );
}
