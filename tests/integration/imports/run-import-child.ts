import { runImport } from "@/lib/imports/run-import";

// A worker of its own, to be killed: `node --import tsx run-import-child.ts ORGANISATION IMPORT CHUNK_ROWS`.
const [organisationId = 0, importId = 0, chunkRows = 0] = process.argv.slice(2).map(Number);
await runImport(organisationId, importId, { chunkRows });
