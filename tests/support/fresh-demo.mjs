import { rmSync } from "node:fs";
import { resolve } from "node:path";

// The web server of the browser tests: the demo, from an empty data folder every time. The folder is fixed here, whatever
// the environment says, because it is removed.
const folder = resolve(import.meta.dirname, "../../.data/e2e");
rmSync(folder, { recursive: true, force: true });
process.env.DATA_DIR = folder;
const { launch } = await import("../../scripts/lib/launch-main.mjs");
await launch(["demo"]);
