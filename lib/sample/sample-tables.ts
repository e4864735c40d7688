import type { ImportType } from "@/lib/imports/import-types";
import type { Sample } from "@/lib/sample/sample-types";

/** The rows of one file and the names of its columns: those of the import's own fields. */
export type SampleTable = Readonly<{
  type: ImportType;
  columns: readonly string[];
  rows: readonly Readonly<Record<string, string | number | null>>[];
}>;

/** The sample as the files an organisation would bring: customers, touchpoints, outcomes. */
export function sampleTables({ customers, touchpoints, outcomes }: Sample): readonly SampleTable[] {
  const traits = [...new Set(customers.flatMap((customer) => Object.keys(customer.traits)))];
  return [
    {
      type: "customers",
      columns: [
        "externalId",
        "name",
        "ownerEmail",
        "mrr",
        "currency",
        "startedOn",
        "renewsOn",
        ...traits.map(traitColumn),
      ],
      rows: customers.map((customer) => ({
        externalId: customer.externalId,
        name: customer.name,
        ownerEmail: customer.ownerEmail,
        mrr: customer.mrrMinor === null ? null : (customer.mrrMinor / 100).toFixed(2),
        currency: customer.currency,
        startedOn: dateOf(customer.startedOn),
        renewsOn: dateOf(customer.renewsOn),
        ...Object.fromEntries(traits.map((trait) => [traitColumn(trait), customer.traits[trait] ?? null])),
      })),
    },
    {
      type: "touchpoints",
      columns: ["id", "customerExternalId", "kind", "occurredAt", "value", "sentiment", "details.note"],
      rows: touchpoints.map(({ details, occurredAt, ...touchpoint }) => ({
        ...touchpoint,
        occurredAt: occurredAt.toISOString(),
        "details.note": details?.note ?? null,
      })),
    },
    {
      type: "outcomes",
      columns: ["customerExternalId", "type", "occurredOn", "reasons", "avoidable"],
      rows: outcomes.map((outcome) => ({
        customerExternalId: outcome.customerExternalId,
        type: outcome.type,
        occurredOn: dateOf(outcome.occurredOn),
        reasons: outcome.reasons.join("; "),
        avoidable: outcome.avoidable === null ? null : String(outcome.avoidable),
      })),
    },
  ];
}

function traitColumn(trait: string): string {
  return `traits.${trait}`;
}

function dateOf(date: Date | null): string | null {
  return date === null ? null : date.toISOString().slice(0, 10);
}
