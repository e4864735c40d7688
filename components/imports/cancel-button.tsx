"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { postJson } from "./api-call";
import { Faults } from "./faults";

/** Stops a check or an import that is under way. */
export function CancelButton({ importId, label }: Readonly<{ importId: number; label: string }>) {
  const t = useTranslations("imports");
  const router = useRouter();
  const [isSending, setIsSending] = useState(false);
  const [faults, setFaults] = useState<readonly string[]>([]);
  async function cancel() {
    setIsSending(true);
    const answer = await postJson(`/api/v1/imports/${importId}/cancel`, {}, t("unreachable"));
    setIsSending(false);
    setFaults(answer.ok ? [] : answer.messages);
    router.refresh();
  }
  return (
    <div className="grid justify-items-start gap-3">
      <Faults messages={faults} />
      <Button size="sm" onClick={cancel} disabled={isSending} aria-busy={isSending}>
        {label}
      </Button>
    </div>
  );
}
