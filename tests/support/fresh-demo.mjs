import { rmSync } from "node:fs";

// The web server of the browser tests: the demo, from an empty data folder every time.
rmSync(process.env.DATA_DIR ?? ".data/e2e", { recursive: true, force: true });
const { launch } = await import("../../scripts/lib/launch-main.mjs");
await launch(["demo"]);
