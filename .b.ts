import { benchImport } from "@/bench/import"; import { closePools } from "@/lib/db/pool";
console.log(JSON.stringify(await benchImport(process.argv.slice(2)),null,1)); await closePools();
