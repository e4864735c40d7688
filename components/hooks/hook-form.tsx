"use client";

import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { CopyField } from "@/components/forms/copy-field";
import { Faults } from "@/components/imports/faults";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import type { HookTrialResult } from "@/lib/hooks/try-hook";
import type { ServerAction } from "@/lib/http/action-state";
import { HookFields } from "./hook-fields";
import { HookOptions } from "./hook-options";
import { HookSample } from "./hook-sample";
import { HookTrial } from "./hook-trial";
import { type HookState, sampleFacts, toHookMapping } from "./sample-leaves";

type HookFormProps = Readonly<{
  createAction: ServerAction<Readonly<{ path: string }>>;
  tryAction: ServerAction<HookTrialResult>;
  origin: string;
  kinds: readonly Readonly<{ key: string; label: string }>[];
  dateFormats: readonly string[];
  organisationZone: string;
}>;

const EMPTY: HookState = {
  name: "",
  sample: "",
  items: "",
  fields: {},
  constantKind: "",
  dateFormat: "",
  timeZone: "",
  kinds: [],
  unknownCustomer: "hold",
  unknownKind: "hold",
};

/** Makes a hook from a sample of what its tool sends: choose what each value is, see the touchpoint, get the address. */
export function HookForm({ createAction, tryAction, origin, kinds, dateFormats, organisationZone }: HookFormProps) {
  const t = useTranslations("hooks.form");
  const [state, setState] = useState(EMPTY);
  const [trial, setTrial] = useState<HookTrialResult>();
  const [path, setPath] = useState<string>();
  const [faults, setFaults] = useState<readonly string[]>([]);
  const [isSending, startTransition] = useTransition();
  const facts = state.sample.trim() === "" ? undefined : sampleFacts(state.sample, state.items);
  const change = (part: Partial<HookState>) => {
    setState((before) => ({ ...before, ...part }));
    setTrial(undefined);
  };
  const send = <Result,>(
    action: ServerAction<Result>,
    input: Record<string, unknown>,
    done: (result: Result) => void,
  ) =>
    startTransition(async () => {
      const answer = await action(null, input);
      if (answer?.ok) {
        setFaults([]);
        done(answer.result);
      } else if (answer)
        setFaults(answer.issues.length > 0 ? answer.issues.map((one) => one.message) : [answer.message]);
    });
  const mapping = toHookMapping(state);
  const { name, sample, unknownCustomer, unknownKind } = state;
  return (
    <div className="grid max-w-4xl gap-6">
      {path === undefined ? null : (
        <div role="status">
          <CopyField
            label={t("address")}
            hint={t("addressHint")}
            value={`${origin}${path}`}
            copy={t("copy")}
            copied={t("copied")}
          />
        </div>
      )}
      <div className="max-w-md">
        <TextField
          label={t("name")}
          hint={t("nameHint")}
          maxLength={80}
          autoComplete="off"
          value={name}
          onChange={(event) => change({ name: event.target.value })}
        />
      </div>
      <HookSample sample={sample} facts={facts} items={state.items} onChange={change} />
      {facts ? <HookFields leaves={facts.leaves} fields={state.fields} onChange={change} /> : null}
      <HookOptions
        state={state}
        kinds={kinds}
        dateFormats={dateFormats}
        organisationZone={organisationZone}
        onChange={change}
      />
      {trial ? <HookTrial result={trial} /> : null}
      <Faults messages={faults} />
      <div className="flex flex-wrap gap-2">
        <Button busy={isSending} disabled={!facts} onClick={() => send(tryAction, { mapping, sample }, setTrial)}>
          {t("try")}
        </Button>
        <Button
          variant="primary"
          busy={isSending}
          disabled={name.trim() === ""}
          onClick={() =>
            send(createAction, { name, mapping, unknownCustomer, unknownKind }, (made) => {
              setPath(made.path);
              setState(EMPTY);
              setTrial(undefined);
            })
          }
        >
          {t("create")}
        </Button>
      </div>
    </div>
  );
}
