import { benchImport } from "@/bench/import";
import { importProcess } from "@/bench/import-process";
import { benchIngest } from "@/bench/ingest";
import { benchLeaderboard } from "@/bench/leaderboard";
import { benchModel } from "@/bench/model";
import { benchRules } from "@/bench/rules";
import { benchScoring } from "@/bench/scoring";
import { benchWeb } from "@/bench/web";
import { endWith } from "./lib/end-with";

const BENCHES: ReadonlyMap<string, (args: string[]) => Promise<object>> = new Map([
  ["import", benchImport],
  ["ingest", benchIngest],
  ["scoring", benchScoring],
  ["leaderboard", benchLeaderboard],
  ["model", benchModel],
  ["web", benchWeb],
  ["rules", benchRules],
  // Not for the command line: the processes that a bench starts.
  ["import-process", importProcess],
]);

const HELP = `Measures the product against a reference in the same run, on an embedded server of its own.

  npm run bench -- import|ingest|scoring|leaderboard|model|web|rules [--json] [--small]

  --json   only the last line, for programs
  --small  a tenth of the size, to try it

The last line of standard output is JSON: {"bench","ratios","product","reference","peakMemoryMb","machine"}
`;

await endWith(run);

async function run(args: string[]): Promise<number> {
  const [name = "", ...rest] = args;
  const bench = BENCHES.get(name);
  if (!bench || args.includes("--help")) {
    (args.includes("--help") ? process.stdout : process.stderr).write(HELP);
    return args.includes("--help") ? 0 : 2;
  }
  process.stdout.write(`${JSON.stringify(await bench(rest))}\n`);
  return 0;
}
