"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ComponentProps, useState } from "react";
import { Button } from "@/components/ui/button";
import { postJson } from "./api-call";
import { Faults } from "./faults";

type ImportStepButtonProps = Readonly<{
  importId: number;
  /** What the API calls it. */
  step: "cancel" | "resume";
  children: string;
}> &
  Pick<ComponentProps<typeof Button>, "size" | "variant">;

/** Stops an import that is under way, or goes on with an interrupted one. */
export function ImportStepButton({ importId, step, children, ...look }: ImportStepButtonProps) {
  const t = useTranslations("imports");
  const router = useRouter();
  const [isSending, setIsSending] = useState(false);
  const [faults, setFaults] = useState<readonly string[]>([]);
  async function send() {
    setIsSending(true);
    const answer = await postJson(`/api/v1/imports/${importId}/${step}`, {}, t("stepUnreachable"));
    setIsSending(false);
    setFaults(answer.ok ? [] : answer.messages);
    router.refresh();
  }
  return (
    <div className="grid justify-items-start gap-3">
      <Faults messages={faults} />
      <Button {...look} onClick={send} busy={isSending}>
        {children}
      </Button>
    </div>
  );
}
