"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/select-field";
import { type Condition, DEEPEST_CONDITION } from "@/lib/scoring/condition";
import { BLANK_COMPARISON } from "@/lib/scoring/rules/blank-rule";
import { ComparisonFields } from "./comparison-fields";
import type { Studio } from "./studio";

type ConditionFieldsProps = Readonly<{
  /** What it is called: “Condition”, or “Part 2”. */
  legend: string;
  condition: Condition;
  path: string;
  studio: Studio;
  /** How deep it is nested: 1 on the outside. */
  depth?: number;
  onChange: (condition: Condition) => void;
  onRemove?: (() => void) | undefined;
}>;

const SHAPES = ["one", "all", "any", "not"] as const;
type Shape = (typeof SHAPES)[number];

/** A condition in plain fields: one comparison, several that hold together or of which one holds, or the opposite of one. */
export function ConditionFields(props: ConditionFieldsProps) {
  const { legend, condition, path, studio, depth = 1, onChange, onRemove } = props;
  const t = useTranslations("rules.condition");
  const isDeepest = depth >= DEEPEST_CONDITION;
  const shapes = SHAPES.map((value) => ({
    value,
    label: t(`shapes.${value}`),
    disabled: value !== "one" && isDeepest,
  }));
  return (
    <fieldset className="grid min-w-0 grid-cols-1 gap-4 border-s-2 border-line ps-3 sm:ps-4">
      <legend className="sr-only">{legend}</legend>
      <div className="flex flex-wrap items-end justify-between gap-3">
        <div className="min-w-0 shrink basis-72">
          <SelectField
            label={legend}
            options={shapes}
            value={shapeOf(condition)}
            error={studio.faultAt(path)}
            onChange={(event) => {
              const shape = SHAPES.find((one) => one === event.target.value);
              if (shape) onChange(withShape(condition, shape));
            }}
          />
        </div>
        {onRemove ? (
          <Button size="sm" onClick={onRemove} aria-label={t("remove", { legend })}>
            {t("removeShort")}
          </Button>
        ) : null}
      </div>
      <Inside {...{ condition, path, studio, depth, onChange, legend }} />
    </fieldset>
  );
}

function Inside({ legend, condition, path, studio, depth = 1, onChange }: ConditionFieldsProps) {
  const t = useTranslations("rules.condition");
  const inner = { studio, depth: depth + 1 };
  if ("signal" in condition) return <ComparisonFields comparison={condition} {...{ path, studio, onChange }} />;
  if ("not" in condition) {
    return (
      <ConditionFields
        legend={t("opposite")}
        condition={condition.not}
        path={`${path}.not`}
        {...inner}
        onChange={(not) => onChange({ not })}
      />
    );
  }
  const shape = "all" in condition ? "all" : "any";
  const parts = "all" in condition ? condition.all : condition.any;
  const put = (next: readonly Condition[]) => onChange(shape === "all" ? { all: next } : { any: next });
  return (
    <>
      {studio.faultAt(`${path}.${shape}`) ? (
        <p className="text-sm font-medium text-critical">{studio.faultAt(`${path}.${shape}`)}</p>
      ) : null}
      {parts.map((part, at) => (
        <ConditionFields
          key={at}
          legend={t("part", { number: depth === 1 ? String(at + 1) : `${numberOf(legend)}.${at + 1}` })}
          condition={part}
          path={`${path}.${shape}[${at}]`}
          {...inner}
          onChange={(next) => put(parts.map((one, place) => (place === at ? next : one)))}
          onRemove={parts.length > 1 ? () => put(parts.filter((_, place) => place !== at)) : undefined}
        />
      ))}
      <div>
        <Button size="sm" onClick={() => put([...parts, BLANK_COMPARISON])}>
          {t(shape === "all" ? "addAll" : "addAny")}
        </Button>
      </div>
    </>
  );
}

/** The number that a legend ends with, so that parts of part 2 are 2.1, 2.2, … */
function numberOf(legend: string): string {
  return /[\d.]+$/.exec(legend)?.[0] ?? "1";
}

function shapeOf(condition: Condition): Shape {
  if ("all" in condition) return "all";
  if ("any" in condition) return "any";
  return "not" in condition ? "not" : "one";
}

/** The same comparisons in another shape; one comparison alone is the first of them. */
function withShape(condition: Condition, shape: Shape): Condition {
  if (shapeOf(condition) === shape) return condition;
  if ("not" in condition) return withShape(condition.not, shape);
  const parts = "all" in condition ? condition.all : "any" in condition ? condition.any : [condition];
  switch (shape) {
    case "all":
      return { all: parts };
    case "any":
      return { any: parts };
    case "not":
      return { not: condition };
    case "one":
      return firstComparison(condition);
  }
}

function firstComparison(condition: Condition): Condition {
  if ("signal" in condition) return condition;
  if ("not" in condition) return firstComparison(condition.not);
  const [first] = "all" in condition ? condition.all : condition.any;
  return first ? firstComparison(first) : BLANK_COMPARISON;
}
