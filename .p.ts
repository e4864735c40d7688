import { createReadStream, existsSync } from "node:fs";
import { systemMember } from "@/lib/auth/system-member";
import { closePools, systemPool } from "@/lib/db/pool";
import { runImport } from "@/lib/imports/run-import";
import { startImport } from "@/lib/imports/start-import";
import { storeUpload } from "@/lib/imports/store-upload";
import { createOrganisation } from "@/lib/organisations/create-organisation";
import { writeImportFiles } from "@/bench/lib/import-data";
const rows = Number(process.argv[2]); const again = process.argv[3]==="again";
if (!existsSync(`/tmp/imp/touchpoints-${rows}.csv`)) { await writeImportFiles("/tmp/imp",{rows,customers:rows/50}); process.exit(0); }
const { organisationId } = await createOrganisation({ name: "P", admin: null });
await systemPool().query("truncate touchpoint");
const member = systemMember(organisationId, "p");
for (let i=0;i<(again?2:1);i++){
const c0=process.cpuUsage(), t0=performance.now(), r0=process.memoryUsage.rss()/1e6;
const { id } = await storeUpload(member,{type:"touchpoints",filename:"x.csv",body:createReadStream(`/tmp/imp/touchpoints-${rows}.csv`)});
const c1=process.cpuUsage(c0), t1=performance.now();
await startImport(member,id,{mapping:{ id: "event_id", customerExternalId: "customer", kind: "kind", occurredAt: "occurred_at", value: "amount" },unknownCustomer:"create",unknownKind:"create",onError:"skip"},"caller");
await runImport(organisationId,id);
const c2=process.cpuUsage(c0);
console.log("upload cpu",(c1.user+c1.system)/1e6, "all cpu", c2.user/1e6, c2.system/1e6, "wall upload", (t1-t0)/1000, "all", (performance.now()-t0)/1000, "rss before", r0, "peak", process.resourceUsage().maxRSS/1e3);
}
await closePools();
