import type { CustomerChange } from "@/lib/customers/customer-change";
import { CustomerDirectory } from "@/lib/customers/customer-directory";
import { upsertCustomerRows } from "@/lib/customers/upsert-customer-rows";
import { customerTable, rehearsedCustomers } from "@/lib/customers/upsert-store";
import { holdOutcome } from "@/lib/held-rows/hold-outcome";
import { holdTouchpoint } from "@/lib/held-rows/hold-touchpoint";
import { mergePolicy } from "@/lib/held-rows/split-refusals";
import { mergeOutcomes, type OutcomeRow } from "@/lib/outcomes/merge-outcomes";
import { KindDirectory } from "@/lib/touchpoints/kind-directory";
import type { TouchpointTarget } from "@/lib/touchpoints/merge-touchpoints";
import type { TouchpointRow } from "@/lib/touchpoints/touchpoint-row";
import { applySplit } from "./apply-split";
import { collectTouchpoints } from "./collect-touchpoints";
import { compileMapping } from "./compile-mapping";
import type { DryRunWatch } from "./dry-run-watch";
import { assemblePipeline, collectRows, type ImportPipeline } from "./import-pipeline";
import type { ImportPlan, LoadedImport } from "./load-import";
import { createCustomerReader } from "./read-customer-row";
import { createOutcomeReader } from "./read-outcome-row";
import { createTouchpointReader } from "./read-touchpoint-row";

/**
 * How the rows of an import are read and merged.
 * @param isRehearsal count what would happen, and change nothing
 * @param watch looks at the rows of a dry run
 */
export function createPipeline(
  { row, type, detected: ofFile }: LoadedImport,
  { options: given, reading }: ImportPlan,
  isRehearsal: boolean,
  watch?: DryRunWatch,
): ImportPipeline {
  const { organisationId, id: importId } = row;
  const { detected, options } = applySplit(type, ofFile, given);
  const mapping = compileMapping(type, options, detected);
  if (type === "customers") {
    const store = isRehearsal ? rehearsedCustomers(organisationId) : customerTable(organisationId, importId);
    const target = { organisationId, ownerId: null, store };
    return assemblePipeline({
      mapping,
      detected,
      readRow: createCustomerReader(mapping, reading, options.blankCells),
      collect: () => collectRows<CustomerChange>((client, rows) => upsertCustomerRows(client, target, rows)),
      committed: () => undefined,
      rolledBack: () => undefined,
    });
  }
  const resolution = { organisationId, unknown: mergePolicy(options.unknownCustomer), ownerId: null, importId };
  const customers = new CustomerDirectory(resolution, isRehearsal);
  const base = { organisationId, importId, isRehearsal, customers };
  const pen = { organisationId, type, importId, hookId: null, isRehearsal };
  if (type === "outcomes") {
    const readOutcome = createOutcomeReader(mapping, reading);
    return assemblePipeline({
      mapping,
      detected,
      readRow: watch ? watch.over(readOutcome, seenOutcome) : readOutcome,
      collect: () => collectRows<OutcomeRow>((client, rows) => mergeOutcomes(client, base, rows)),
      holding: { policies: options, target: pen, readRow: readOutcome, toHeld: holdOutcome },
      committed: () => customers.commit(),
      rolledBack: () => customers.rollback(),
    });
  }
  const { kindMapping } = options;
  const readTouchpoint = createTouchpointReader(mapping, reading, { kindMapping, split: detected.split });
  const kinds = new KindDirectory(organisationId, importId);
  const target: TouchpointTarget = {
    ...base,
    kinds,
    unknownKind: mergePolicy(options.unknownKind),
    expectsNew: true,
  };
  return assemblePipeline({
    mapping,
    detected,
    readRow: watch ? watch.over(readTouchpoint, seenTouchpoint) : readTouchpoint,
    collect: collectTouchpoints(target),
    holding: { policies: options, target: pen, readRow: readTouchpoint, toHeld: holdTouchpoint },
    committed: () => customers.commit(),
    rolledBack: () => {
      customers.rollback();
      kinds.forget();
    },
  });
}

function seenTouchpoint({ row, customerExternalId, occurredAtMs, kind, value }: TouchpointRow) {
  return { row, customerExternalId, atMs: occurredAtMs, kind, value };
}

const MIDDAY_MS = 12 * 3_600_000;

/** At midday: so that an outcome of a customer's first day is not before its start in any zone. */
function seenOutcome({ row, customerExternalId, occurredOn }: OutcomeRow) {
  return { row, customerExternalId, atMs: Date.parse(occurredOn) + MIDDAY_MS };
}
