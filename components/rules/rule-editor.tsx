"use client";

import { useTranslations } from "next-intl";
import { startTransition, useActionState, useState } from "react";
import { FormProblem } from "@/components/forms/form-problem";
import { useSentence } from "@/components/forms/use-sentence";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { SelectOption } from "@/components/ui/select";
import type { ServerAction } from "@/lib/http/action-state";
import type { RuleDefinition, RuleGroup } from "@/lib/scoring/rule-definition";
import type { ScoringKind } from "@/lib/scoring/types";
import { checkRule } from "./check-rule";
import { RuleFields } from "./rule-fields";
import { RuleSentence } from "./rule-sentence";

type RuleEditorProps = Readonly<{
  action: ServerAction<void>;
  /** The draft that was seen; 0 for none. */
  revision: number;
  initial: RuleDefinition;
  /** A rule that the draft does not have yet: its key is made when it is saved. */
  isNew?: true;
  groups: readonly RuleGroup[];
  kinds: readonly ScoringKind[];
  categories: readonly SelectOption[];
}>;

/** One rule, its sentence as it stands, and every fault at its field by the checker that scoring itself uses. */
export function RuleEditor({ action, revision, initial, isNew, groups, kinds, categories }: RuleEditorProps) {
  const t = useTranslations("rules.editor");
  const [rule, setRule] = useState(initial);
  const [state, send, pending] = useActionState(action, null);
  const faults = checkRule(
    rule,
    { kinds, groups },
    {
      partOf: (number) => t("otherPart", { number }),
      say: useSentence(),
    },
  );
  const faultAt = (path: string) => faults.get(path);
  return (
    <form
      className="grid grid-cols-1 items-start gap-x-10 gap-y-6 xl:grid-cols-[minmax(0,42rem)_minmax(18rem,26rem)]"
      onSubmit={(event) => {
        event.preventDefault();
        const plain = JSON.parse(JSON.stringify(rule));
        startTransition(() => send({ revision, rule: plain, isNew: isNew ?? false }));
      }}
    >
      <RuleSentence rule={rule} kinds={kinds} />
      <div className="grid max-w-2xl min-w-0 grid-cols-1 gap-6">
        <RuleFields rule={rule} groups={groups} studio={{ kinds, categories, faultAt }} onChange={setRule} />
        {faults.size > 0 ? <Notice tone="bad">{t("faults", { count: faults.size })}</Notice> : null}
        <FormProblem state={state} />
        {state && !state.ok && state.code === "conflict" ? <Notice tone="bad">{state.message}</Notice> : null}
        <div>
          <Button type="submit" variant="primary" busy={pending} disabled={faults.size > 0 || rule.label.trim() === ""}>
            {pending ? t("saving") : t("save")}
          </Button>
        </div>
      </div>
    </form>
  );
}
