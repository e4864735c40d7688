import { refuseOldNode } from "./lib/node-version.mjs";

refuseOldNode();
import("./lib/test-main.mjs").then((main) => main.runTests(process.argv.slice(2)));
