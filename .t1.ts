import { inspectFile } from "@/lib/csv/inspect-file";
import { readRecords } from "@/lib/csv/read-records";
const p = process.argv[2]!;
const i = await inspectFile(p); console.log({...i, sample: i.sample.length}, i.sample[0]);
const t=performance.now(); let n=0, f=0; for await (const b of readRecords(p,{...i, expectedFields:i.columns.length})) { n+=b.records.length; for(const r of b.records) if(r.fault){f++; if(f<4)console.log(r.line,r.fault)} }
console.log(n,f,((performance.now()-t)/1000).toFixed(3), process.memoryUsage.rss()/1e6, process.resourceUsage().maxRSS/1e3);
