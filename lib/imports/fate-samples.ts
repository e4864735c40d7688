import { storableText } from "@/lib/csv/clean-text";
import type { CsvRecord } from "@/lib/csv/record-splitter";
import type { DryRunFindings } from "@/lib/schemas/import-findings";
import type { MergeCounts } from "./merge-result";

type Sample = DryRunFindings["samples"][number];

const OF_EACH = 3;
const SHOWN_FIELDS = 30;
const SHOWN_CHARS = 200;

/** The first rows of each fate that a dry run met, as they stand in the file. */
export class FateSamples {
  readonly list: Sample[] = [];

  /** @param counts what became of the one row; a refused one has its example elsewhere */
  add({ line, fields }: CsvRecord, counts: MergeCounts): void {
    const fate = fateOf(counts);
    if (!fate || this.list.filter((sample) => sample.fate === fate).length >= OF_EACH) return;
    const shown = fields.slice(0, SHOWN_FIELDS).map((field) => storableText(field, SHOWN_CHARS));
    this.list.push({ fate, line, fields: shown });
  }
}

function fateOf({ created, updated, unchanged, duplicates }: MergeCounts): Sample["fate"] | undefined {
  if (created > 0) return "created";
  if (updated > 0) return "updated";
  if (unchanged > 0) return "unchanged";
  return duplicates > 0 ? "duplicate" : undefined;
}
