import { createReadStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import { systemMember } from "@/lib/auth/system-member";
import { systemPool } from "@/lib/db/pool";
import { loadImport } from "@/lib/imports/load-import";
import { runImport } from "@/lib/imports/run-import";
import { startImport } from "@/lib/imports/start-import";
import { storeUpload } from "@/lib/imports/store-upload";
import { createOrganisation } from "@/lib/organisations/create-organisation";
import { calmDown } from "./lib/calm-down";
import { writeImportFiles } from "./lib/import-data";
import { copyReferenceSeconds } from "./lib/import-reference";
import { describeMachine, peakMemoryMb, timed } from "./lib/machine";

const ROWS = 1_000_000;
const SMALL_ROWS = 100_000;
const TOUCHPOINTS_EACH = 50;

const MAPPING = {
  id: "event_id",
  customerExternalId: "customer",
  kind: "kind",
  occurredAt: "occurred_at",
  value: "amount",
};

/**
 * A CSV file on disk to committed, deduplicated rows, against COPY of the same rows, already parsed, into an equal empty
 * table with the same indexes; the same file again; and the cost of three times the rows. `--rows N` for another size.
 */
export async function benchImport(args: readonly string[]): Promise<object> {
  const { values } = parseArgs({ args: [...args], strict: false, options: { rows: { type: "string" } } });
  const rows = Number(values.rows ?? (args.includes("--small") ? SMALL_ROWS : ROWS));
  const folder = await mkdtemp(join(tmpdir(), "rekindle-bench-"));
  try {
    return await measure(folder, rows);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function measure(folder: string, rows: number): Promise<object> {
  const third = Math.round(rows / 3);
  const few = await writeImportFiles(folder, { rows: third, customers: Math.ceil(third / TOUCHPOINTS_EACH) });
  const many = await writeImportFiles(folder, { rows, customers: Math.ceil(rows / TOUCHPOINTS_EACH) });
  const small = await importFile("Third", few.csv);
  await systemPool().query("TRUNCATE touchpoint");
  const referenceBefore = await copyReferenceSeconds(many.binary, rows);
  const first = await importFile("Whole", many.csv);
  const again = await importFile("Whole", many.csv, first.organisationId);
  const referenceAfter = await copyReferenceSeconds(many.binary, rows);
  if (first.created !== rows || again.created !== 0 || again.duplicates !== rows)
    throw new Error("The counts are wrong.");
  // The better of the two: other work on the machine must not flatter the product.
  const reference = Math.min(referenceBefore, referenceAfter);
  return {
    bench: "import",
    ratios: {
      import: reference / first.seconds,
      again: first.seconds / again.seconds,
      growth3x: first.seconds / small.seconds,
    },
    product: {
      rows,
      seconds: first.seconds,
      rowsPerSecond: Math.round(rows / first.seconds),
      againSeconds: again.seconds,
      created: first.created,
      againCreated: again.created,
    },
    reference: {
      seconds: reference,
      rowsPerSecond: Math.round(rows / reference),
      runs: [referenceBefore, referenceAfter],
    },
    peakMemoryMb: peakMemoryMb(),
    machine: await describeMachine(),
  };
}

async function importFile(name: string, file: string, into?: number) {
  const organisationId = into ?? (await createOrganisation({ name, admin: null })).organisationId;
  await calmDown();
  const { seconds, result: importId } = await timed(async () => {
    const member = systemMember(organisationId, "bench");
    const upload = { type: "touchpoints", filename: basename(file), body: createReadStream(file) } as const;
    const { id } = await storeUpload(member, upload);
    const policies = { unknownCustomer: "create", unknownKind: "create", onError: "skip", blankCells: "keep" } as const;
    await startImport(member, id, { mapping: MAPPING, ...policies }, "caller");
    await runImport(organisationId, id);
    return id;
  });
  const { row } = await loadImport(organisationId, importId);
  return { organisationId, seconds, created: row.created, duplicates: row.duplicates };
}
