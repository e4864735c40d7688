// Plain and old JavaScript on purpose: an old Node must get as far as saying that it is too old.
import { refuseOldNode } from "./lib/node-version.mjs";

refuseOldNode();
import("./lib/launch-main.mjs").then((main) => main.launch(process.argv.slice(2)));
