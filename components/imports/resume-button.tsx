"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { postJson } from "./api-call";
import { Faults } from "./faults";

/** Goes on with an interrupted import. */
export function ResumeButton({ importId }: Readonly<{ importId: number }>) {
  const t = useTranslations("imports");
  const router = useRouter();
  const [isSending, setIsSending] = useState(false);
  const [faults, setFaults] = useState<readonly string[]>([]);
  async function resume() {
    setIsSending(true);
    const answer = await postJson(`/api/v1/imports/${importId}/resume`, {}, t("upload.unreachable"));
    setIsSending(false);
    setFaults(answer.ok ? [] : answer.messages);
    router.refresh();
  }
  return (
    <div className="grid justify-items-start gap-3">
      <Faults messages={faults} />
      <Button variant="primary" onClick={resume} disabled={isSending} aria-busy={isSending}>
        {t("interrupted.resume")}
      </Button>
    </div>
  );
}
