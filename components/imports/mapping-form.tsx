"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Section } from "@/components/ui/section";
import { TextField } from "@/components/ui/text-field";
import type { ImportView } from "@/lib/imports/import-view";
import { postJson } from "./api-call";
import { Faults } from "./faults";
import { CONSTANT_FIELDS, initialState, type MappingState, missingFields, toOptions, withField } from "./mapping-state";
import { MappingTable } from "./mapping-table";
import { ReadingOptions } from "./reading-options";

type MappingFormProps = Readonly<{
  view: Pick<ImportView, "id" | "type" | "detected" | "options" | "isChecked">;
  dateFormats: readonly string[];
  organisationZone: string;
}>;

/** What each column means and how the file is read; then a check of the whole file, or the import itself. */
export function MappingForm({ view, dateFormats, organisationZone }: MappingFormProps) {
  const t = useTranslations("imports");
  const names = useTranslations("imports.fields");
  const router = useRouter();
  const [state, setState] = useState(() => initialState(view));
  const [isSending, setIsSending] = useState(false);
  const [faults, setFaults] = useState<readonly string[]>([]);
  const [isChanged, setIsChanged] = useState(false);
  const { columns } = view.detected;
  const missing = missingFields(view.type, state);
  const change = (next: MappingState) => {
    setState(next);
    setIsChanged(true);
  };

  async function send(verb: "dry-run" | "commit") {
    setIsSending(true);
    const path = `/api/v1/imports/${view.id}/${verb}`;
    const answer = await postJson(path, toOptions(state, columns), t("upload.unreachable"));
    setFaults(answer.ok ? [] : answer.messages);
    setIsChanged(!answer.ok);
    setIsSending(false);
    router.refresh();
  }

  const open = CONSTANT_FIELDS[view.type].filter((field) => !state.fields.includes(field));
  const isChecked = view.isChecked && !isChanged;
  return (
    <div className="grid gap-8">
      <Section title={t("mapping.title")} description={t("mapping.description")}>
        <MappingTable
          type={view.type}
          columns={columns}
          fields={state.fields}
          onField={(column, field) => change(withField(state, column, field))}
        />
        {open.map((field) => (
          <div key={field} className="max-w-sm">
            <TextField
              label={t("mapping.constant", { field: names(field) })}
              hint={t("mapping.constantHint")}
              maxLength={200}
              value={state.constants[field] ?? ""}
              onChange={(event) => change({ ...state, constants: { ...state.constants, [field]: event.target.value } })}
            />
          </div>
        ))}
      </Section>
      <Section title={t("options.title")}>
        <ReadingOptions
          type={view.type}
          state={state}
          dateFormats={dateFormats}
          organisationZone={organisationZone}
          onChange={(part) => change({ ...state, ...part })}
        />
      </Section>
      <Faults messages={faults} />
      <div className="grid gap-3">
        {missing.length > 0 ? (
          <p role="status" className="text-base text-muted">
            {t("mapping.missing", { count: missing.length, fields: missing.map((field) => names(field)).join(", ") })}
          </p>
        ) : null}
        <div className="flex flex-wrap gap-2">
          <Button
            variant={isChecked ? "secondary" : "primary"}
            disabled={isSending || missing.length > 0}
            onClick={() => send("dry-run")}
          >
            {t(isChecked ? "checkAgain" : "check")}
          </Button>
          <Button
            variant={isChecked ? "primary" : "secondary"}
            disabled={isSending || missing.length > 0}
            onClick={() => send("commit")}
          >
            {t(isChecked ? "start" : "startUnchecked")}
          </Button>
          {isSending ? (
            <span role="status" className="self-center text-base text-muted">
              {t("sending")}
            </span>
          ) : null}
        </div>
      </div>
    </div>
  );
}
