import { once } from "node:events";
import { startWorker } from "@/lib/jobs/start-worker";
import { endWith } from "./lib/end-with";

const HELP = `Runs background work (imports, scores) until it is stopped.

  npm run worker

The web process has a worker inside; more of them on other machines share the work through the database.
`;

await endWith(run);

async function run(args: string[]): Promise<number> {
  if (args.includes("--help") || args.includes("-h")) {
    process.stdout.write(HELP);
    return 0;
  }
  const stop = await startWorker();
  process.stderr.write("The worker is ready.\n");
  await Promise.race([once(process, "SIGTERM"), once(process, "SIGINT")]);
  await stop();
  return 0;
}
