"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { ProgressBar } from "@/components/ui/progress-bar";
import { localeOf } from "@/lib/format/locale-of";
import { putFile } from "./api-call";
import { DropZone } from "./drop-zone";
import { Faults } from "./faults";
import { formatBytes } from "./format-bytes";
import { PasteField } from "./paste-field";
import { useDraft } from "./use-draft";

/** Which file, or a pasted table; it is sent with its progress in view, and what it holds is found out. */
export function UploadForm() {
  const t = useTranslations("imports.upload");
  const locale = localeOf(useLocale());
  const router = useRouter();
  const [file, setFile] = useState<File | null>(null);
  const [pasted, setPasted] = useDraft("import-paste", "");
  const [sent, setSent] = useState<number | null>(null);
  const [faults, setFaults] = useState<readonly string[]>([]);

  async function send(event: FormEvent) {
    event.preventDefault();
    const chosen = file ?? (pasted.trim() === "" ? null : new File([pasted], `${t("pastedName")}.csv`));
    if (!chosen) return setFaults([t("none")]);
    setFaults([]);
    setSent(0);
    const path = `/api/v1/imports?${new URLSearchParams({ type: "auto", filename: chosen.name })}`;
    const answer = await putFile<{ id: number }>(path, chosen, t("unreachable"), setSent);
    if (answer.ok) {
      setPasted("");
      return router.push(`/imports/${answer.result.id}`);
    }
    setSent(null);
    setFaults(answer.messages);
  }

  return (
    <form onSubmit={send} className="grid max-w-2xl grid-cols-1 gap-6">
      <Faults messages={faults} />
      <DropZone
        label={t("choose")}
        title={t("drop")}
        hint={t("or")}
        chosen={file ? t("chosen", { name: file.name, size: formatBytes(file.size, locale) }) : null}
        onFile={setFile}
      />
      {file ? null : <PasteField value={pasted} onChange={setPasted} />}
      {sent === null ? null : (
        <ProgressBar label={t("progress")} done={sent} total={1}>
          {sent < 1 ? t("sent", { percent: Math.floor(sent * 100) }) : t("reading")}
        </ProgressBar>
      )}
      <div>
        <Button type="submit" variant="primary" busy={sent !== null}>
          {t("submit")}
        </Button>
      </div>
    </form>
  );
}
