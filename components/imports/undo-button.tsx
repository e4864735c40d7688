"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { postJson } from "./api-call";
import { Faults } from "./faults";

type UndoButtonProps = Readonly<{ importId: number; created: string; updated: string }>;

/** Takes an import back, after asking once more. */
export function UndoButton({ importId, created, updated }: UndoButtonProps) {
  const t = useTranslations("imports");
  const router = useRouter();
  const [isSending, setIsSending] = useState(false);
  const [faults, setFaults] = useState<readonly string[]>([]);
  async function undo() {
    setIsSending(true);
    const answer = await postJson(`/api/v1/imports/${importId}/undo`, {}, t("undo.unreachable"));
    setIsSending(false);
    setFaults(answer.ok ? [] : answer.messages);
    router.refresh();
  }
  return (
    <Dialog trigger={t("undo.ask")} title={t("undo.title")} description={t("undo.body", { created, updated })}>
      <p className="text-base text-muted">{t("undo.kept")}</p>
      <Faults messages={faults} />
      <div className="flex justify-end gap-2">
        <DialogClose>{t("undo.cancel")}</DialogClose>
        <Button variant="danger" onClick={undo} busy={isSending}>
          {t("undo.confirm")}
        </Button>
      </div>
    </Dialog>
  );
}
