import { Readable } from "node:stream";
import { stringify } from "csv-stringify/sync";
import { systemMember } from "@/lib/auth/system-member";
import type { ImportType } from "@/lib/imports/import-types";
import { runImport } from "@/lib/imports/run-import";
import { startImport } from "@/lib/imports/start-import";
import { storeUpload } from "@/lib/imports/store-upload";
import { SAMPLE_ORGANISATION } from "@/lib/sample/sample-organisation";
import { sampleTables } from "@/lib/sample/sample-tables";
import type { Sample } from "@/lib/sample/sample-types";

/** Brings the sample in by the way everyone else's files come in. It can be repeated. */
export async function importSample(organisationId: number, sample: Sample): Promise<void> {
  for (const { type, rows, columns } of sampleTables(sample)) {
    await importRows(organisationId, type, stringify([...rows], { header: true, columns: [...columns] }));
  }
}

async function importRows(organisationId: number, type: ImportType, csv: string): Promise<void> {
  const member = systemMember(organisationId, "demo");
  const filename = `${SAMPLE_ORGANISATION.slug}-${type}.csv`;
  const { id, detected } = await storeUpload(member, { type, filename, body: Readable.from([Buffer.from(csv)]) });
  const mapping = Object.fromEntries(
    detected.columns.flatMap(({ name, suggestion }) => (suggestion ? [[suggestion, name] as const] : [])),
  );
  await startImport(
    member,
    id,
    { mapping, unknownCustomer: "reject", unknownKind: "reject", onError: "abort", blankCells: "keep" },
    "caller",
  );
  await runImport(organisationId, id, { report: () => undefined });
}
