"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { CheckField } from "@/components/ui/check-field";
import { ProgressBar } from "@/components/ui/progress-bar";
import { localeOf } from "@/lib/format/locale-of";
import { IMPORT_TYPES, type ImportType } from "@/lib/imports/import-types";
import { putFile } from "./api-call";
import { DropZone } from "./drop-zone";
import { Faults } from "./faults";
import { formatBytes } from "./format-bytes";

/** What the file holds and which file it is; it is sent with its progress in view. */
export function UploadForm() {
  const t = useTranslations("imports.upload");
  const names = useTranslations("imports");
  const locale = localeOf(useLocale());
  const router = useRouter();
  const [type, setType] = useState<ImportType>("touchpoints");
  const [file, setFile] = useState<File | null>(null);
  const [sent, setSent] = useState<number | null>(null);
  const [faults, setFaults] = useState<readonly string[]>([]);

  async function send(event: FormEvent) {
    event.preventDefault();
    if (!file) return setFaults([t("none")]);
    setFaults([]);
    setSent(0);
    const path = `/api/v1/imports?${new URLSearchParams({ type, filename: file.name })}`;
    const answer = await putFile<{ id: number }>(path, file, t("unreachable"), setSent);
    if (answer.ok) return router.push(`/imports/${answer.result.id}`);
    setSent(null);
    setFaults(answer.messages);
  }

  return (
    <form onSubmit={send} className="grid max-w-2xl gap-6">
      <Faults messages={faults} />
      <fieldset className="grid gap-3">
        <legend className="mb-2 text-sm font-medium">{t("type")}</legend>
        {IMPORT_TYPES.map((one) => (
          <CheckField
            key={one}
            type="radio"
            name="type"
            label={names(`types.${one}`)}
            hint={names(`typeHints.${one}`)}
            checked={type === one}
            onChange={() => setType(one)}
          />
        ))}
      </fieldset>
      <DropZone
        label={t("choose")}
        title={t("drop")}
        hint={t("or")}
        chosen={file ? t("chosen", { name: file.name, size: formatBytes(file.size, locale) }) : null}
        onFile={setFile}
      />
      {sent === null ? null : (
        <ProgressBar label={t("progress")} done={sent} total={1}>
          {sent < 1 ? t("sent", { percent: Math.floor(sent * 100) }) : t("reading")}
        </ProgressBar>
      )}
      <div>
        <Button type="submit" variant="primary" disabled={sent !== null} aria-busy={sent !== null}>
          {t("submit")}
        </Button>
      </div>
    </form>
  );
}
