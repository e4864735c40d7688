import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import { systemPool } from "@/lib/db/pool";
import { createOrganisation } from "@/lib/organisations/create-organisation";
import { writeImportFiles } from "./lib/import-data";
import { copyReferenceSeconds } from "./lib/import-reference";
import { describeMachine } from "./lib/machine";
import { ProductProcess } from "./lib/product-process";

const ROWS = 1_000_000;
const SMALL_ROWS = 100_000;
const TOUCHPOINTS_EACH = 50;

/**
 * A CSV file on disk to committed, deduplicated rows, against COPY of the same rows, already parsed, into an equal empty
 * table with the same indexes; the same file again; and the cost of three times the rows. `--rows N` for another size;
 * `--flags` are those of Node in the process that imports.
 */
export async function benchImport(args: readonly string[]): Promise<object> {
  const { values } = parseArgs({
    args: [...args],
    strict: false,
    options: { rows: { type: "string" }, flags: { type: "string" } },
  });
  const rows = Number(values.rows ?? (args.includes("--small") ? SMALL_ROWS : ROWS));
  const folder = await mkdtemp(join(tmpdir(), "rekindle-bench-"));
  const product = new ProductProcess(
    "import-process",
    String(values.flags ?? "")
      .split(" ")
      .filter(Boolean),
  );
  try {
    return await measure(folder, rows, product);
  } finally {
    product.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function measure(folder: string, rows: number, product: ProductProcess): Promise<object> {
  const third = Math.round(rows / 3);
  const few = await writeImportFiles(folder, { rows: third, customers: Math.ceil(third / TOUCHPOINTS_EACH) });
  const many = await writeImportFiles(folder, { rows, customers: Math.ceil(rows / TOUCHPOINTS_EACH) });
  const small = await importFile(product, few.csv);
  await systemPool().query("TRUNCATE touchpoint");
  const referenceBefore = await copyReferenceSeconds(many.binary, rows);
  const first = await importFile(product, many.csv);
  const again = await importFile(product, many.csv, first.organisationId);
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
      cpuSeconds: first.cpuSeconds,
      againSeconds: again.seconds,
      againCpuSeconds: again.cpuSeconds,
      created: first.created,
      againCreated: again.created,
      peakMemoryMb: { third: small.peakMemoryMb, whole: first.peakMemoryMb, again: again.peakMemoryMb },
    },
    reference: {
      seconds: reference,
      rowsPerSecond: Math.round(rows / reference),
      runs: [referenceBefore, referenceAfter],
    },
    // Of the process that imports, over all three imports.
    peakMemoryMb: again.peakMemoryMb,
    machine: await describeMachine(),
  };
}

async function importFile(product: ProductProcess, file: string, into?: number) {
  const organisationId = into ?? (await createOrganisation({ name: basename(file), admin: null })).organisationId;
  return { organisationId, ...(await product.run({ organisationId, file })) };
}
