import { runImport } from "@/lib/imports/run-import";
import { runUndo } from "@/lib/imports/run-undo";

// A worker of its own, to be killed: `node --import tsx run-import-child.ts import|undo ORGANISATION IMPORT CHUNK_ROWS`.
const [work, ...numbers] = process.argv.slice(2);
const [organisationId = 0, importId = 0, chunkRows = 0] = numbers.map(Number);
await (work === "undo" ? runUndo : runImport)(organisationId, importId, { chunkRows });
