import { splitDate } from "@/lib/csv/date-shape";
import { FREE_FIELD_PREFIX, IMPORT_FIELDS, type ImportType, MAX_FREE_FIELDS } from "./import-types";
import { ownColumns } from "./own-columns";

/** A column with its first values. */
export type SampledColumn = Readonly<{ name: string; samples: readonly string[] }>;

type Rule = Readonly<{ field: string; names: readonly RegExp[]; content?: (samples: readonly string[]) => boolean }>;

const NUMBER = /^[+-]?\d[\d.,]*$/;
const areDates = mostly((text) => splitDate(text) !== undefined);
const areNumbers = mostly((text) => NUMBER.test(text));
const areEmails = mostly((text) => /^\S+@\S+\.\S+$/.test(text));

const CUSTOMER_NAMES = [
  /^customerexternalid$/,
  /^(?:customer|account|client|company|organi[sz]ation|subscriber|member|user)(?:id|no|number|key|code|ref)$/,
  /^(?:cust|acct)(?:id|no)?$/,
  /^externalid$/,
  /^(?:customer|account|client|company)$/,
];

/** Names in order of preference, in lower case without anything but letters and digits. */
const RULES: Readonly<Record<ImportType, readonly Rule[]>> = {
  touchpoints: [
    { field: "customerExternalId", names: [...CUSTOMER_NAMES, /^subscription(?:id|no)$/] },
    {
      field: "occurredAt",
      names: [
        /^occurredat$/,
        /^(?:event|invoice|order|usage|ticket|touchpoint|purchase|activity)(?:date|time|timestamp)$/,
        /^(?:submitted|created|happened|sent|received)(?:at|on|date)$/,
        /^(?:timestamp|datetime|date|time|when)$/,
        /(?:date|time|at|on)$/,
      ],
      content: areDates,
    },
    {
      field: "id",
      names: [
        /^(?:id|touchpointid|eventid|externalid)$/,
        /^(?:invoice|ticket|order|transaction|usage|activity|event|case)(?:id|no|number)$/,
        /^.+(?:id|no)$/,
      ],
    },
    {
      field: "kind",
      names: [
        /^kind$/,
        /^(?:event|touchpoint|activity|transaction)?(?:type|kind|name)$/,
        /^(?:event|activity|action|touchpoint|category|featurename)$/,
      ],
    },
    {
      field: "value",
      names: [
        /^value$/,
        /^(?:amount|total|price|revenue|score|rating|sum)$/,
        /(?:amount|value|total|count|score)(?:usd|eur|gbp)?$/,
      ],
      content: areNumbers,
    },
    { field: "sentiment", names: [/^sentiment(?:score)?$/], content: areNumbers },
    { field: "details", names: [/^(?:details?|notes?|comments?|description|text|message|feedbacktext)$/] },
  ],
  customers: [
    { field: "externalId", names: [/^externalid$/, ...CUSTOMER_NAMES.slice(0, 4), /^id$/, ...CUSTOMER_NAMES.slice(4)] },
    {
      field: "name",
      names: [/^name$/, /^(?:customer|account|client|company|organi[sz]ation)name$/, /^(?:company|customer|account)$/],
    },
    {
      field: "ownerEmail",
      names: [/^owneremail$/, /^(?:owner|accountmanager|manager|csm|rep)(?:email)?$/],
      content: areEmails,
    },
    {
      field: "mrr",
      names: [/^mrr$/, /^(?:mrramount|monthlyrecurringrevenue|monthlyrevenue|monthlycharges?|monthlyfee)$/],
      content: areNumbers,
    },
    { field: "currency", names: [/^currency(?:code)?$/] },
    {
      field: "startedOn",
      names: [
        /^startedon$/,
        /^(?:signup|start|customersince|since|joined|created|contractstart|onboarding)(?:date|on|at)?$/,
      ],
      content: areDates,
    },
    {
      field: "renewsOn",
      names: [/^renewson$/, /^(?:renewal|renews|contractend|expiry|expires|end)(?:date|on|at)?$/],
      content: areDates,
    },
  ],
  outcomes: [
    { field: "customerExternalId", names: CUSTOMER_NAMES },
    {
      field: "occurredOn",
      names: [
        /^occurredon$/,
        /^(?:churn|cancel(?:lation|led)?|end|event|outcome|departure)(?:date|on|at)$/,
        /^date$/,
        /date$/,
      ],
      content: areDates,
    },
    { field: "type", names: [/^(?:type|outcome|outcometype|eventtype)$/] },
    { field: "reasons", names: [/^reasons?(?:code)?s?$/, /^(?:churn|cancellation)reasons?$/] },
    { field: "avoidable", names: [/^(?:is)?avoidable$/] },
  ],
};

/**
 * The field that each column probably is, by name and then by what is in it; null where nothing fits. No field is
 * suggested twice. Columns of a customers file that are left over are suggested as traits.
 */
export function suggestFields(type: ImportType, all: readonly SampledColumn[]): (string | null)[] {
  const columns = ownColumns(all);
  const suggestions = columns.map(({ name }) => ownFieldName(type, name));
  for (const rule of RULES[type]) {
    if (suggestions.includes(rule.field)) continue;
    const index = bestColumn(rule, columns, suggestions);
    if (index !== -1) suggestions[index] = rule.field;
  }
  if (type !== "customers") return suggestions;
  const prefix = FREE_FIELD_PREFIX[type] ?? "";
  let free = suggestions.filter((suggestion) => suggestion?.startsWith(prefix)).length;
  return suggestions.map((suggestion, index) => {
    if (suggestion !== null || free >= MAX_FREE_FIELDS) return suggestion;
    free += 1;
    return traitOf(prefix, columns[index]?.name);
  });
}

/** A column that is named as the field is: files that were made for this import. */
function ownFieldName(type: ImportType, name: string): string | null {
  const prefix = FREE_FIELD_PREFIX[type];
  const isOwn = IMPORT_FIELDS[type].some((field) => field.name === name);
  return isOwn || (prefix && name.startsWith(prefix) && name.length > prefix.length) ? name : null;
}

function bestColumn(rule: Rule, columns: readonly SampledColumn[], taken: readonly (string | null)[]): number {
  for (const name of rule.names) {
    const index = columns.findIndex(
      (column, at) =>
        taken[at] === null && name.test(plainName(column.name)) && (rule.content?.(column.samples) ?? true),
    );
    if (index !== -1) return index;
  }
  return -1;
}

function plainName(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

function traitOf(prefix: string, name: string | undefined): string | null {
  return name ? `${prefix}${name.slice(0, 100)}` : null;
}

/** At least half of the samples: one bad cell must not hide what a column is. */
function mostly(fits: (text: string) => boolean): (samples: readonly string[]) => boolean {
  return (samples) => samples.length > 0 && samples.filter(fits).length * 2 >= samples.length;
}
