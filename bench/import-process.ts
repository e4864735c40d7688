import { createReadStream, readFileSync } from "node:fs";
import { basename } from "node:path";
import { systemMember } from "@/lib/auth/system-member";
import { loadImport } from "@/lib/imports/load-import";
import { runImport } from "@/lib/imports/run-import";
import { startImport } from "@/lib/imports/start-import";
import { storeUpload } from "@/lib/imports/store-upload";
import { timed } from "./lib/machine";
import type { ImportReport, ImportRequest } from "./lib/product-process";

const MAPPING = {
  id: "event_id",
  customerExternalId: "customer",
  kind: "kind",
  occurredAt: "occurred_at",
  value: "amount",
};

/** The process that imports: one file after the other, as it is told, until its parent lets it go. */
export async function importProcess(): Promise<object> {
  process.on("message", (request: ImportRequest) => {
    importFile(request).then((report) => process.send?.(report), fail);
  });
  return new Promise((resolve) => process.once("disconnect", () => resolve({ bench: "import-process" })));
}

function fail(error: unknown): void {
  console.error(error);
  process.exit(1);
}

async function importFile({ organisationId, file }: ImportRequest): Promise<ImportReport> {
  const before = process.cpuUsage();
  const { seconds, result: importId } = await timed(async () => {
    const member = systemMember(organisationId, "bench");
    const upload = { type: "touchpoints", filename: basename(file), body: createReadStream(file) } as const;
    const { id } = await storeUpload(member, upload);
    const policies = { unknownCustomer: "create", unknownKind: "create", onError: "skip", blankCells: "keep" } as const;
    await startImport(member, id, { mapping: MAPPING, ...policies }, "caller");
    await runImport(organisationId, id);
    return id;
  });
  const { user, system } = process.cpuUsage(before);
  const { row } = await loadImport(organisationId, importId);
  const { created, duplicates } = row;
  return { seconds, cpuSeconds: (user + system) / 1e6, created, duplicates, peakMemoryMb: peakMemoryMb() };
}

/** VmHWM, where the system tells it: the most memory that this process has held. */
function peakMemoryMb(): number {
  const status = process.platform === "linux" ? readFileSync("/proc/self/status", "latin1") : "";
  const highest = /^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1];
  return Math.round(Number(highest ?? process.resourceUsage().maxRSS) / 1024);
}
