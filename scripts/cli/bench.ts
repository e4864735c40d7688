import { endWith } from "./lib/end-with";

/** Each loads its own: what one measures must not carry the libraries of the others in its memory. */
const BENCHES: ReadonlyMap<string, (args: string[]) => Promise<object>> = new Map([
  ["import", async (args) => (await import("@/bench/import")).benchImport(args)],
  ["ingest", async (args) => (await import("@/bench/ingest")).benchIngest(args)],
  ["scoring", async (args) => (await import("@/bench/scoring")).benchScoring(args)],
  ["leaderboard", async (args) => (await import("@/bench/leaderboard")).benchLeaderboard(args)],
  ["model", async (args) => (await import("@/bench/model")).benchModel(args)],
  ["web", async (args) => (await import("@/bench/web")).benchWeb(args)],
  ["rules", async (args) => (await import("@/bench/rules")).benchRules(args)],
  // Not for the command line: the processes that a bench starts.
  ["import-process", async () => (await import("@/bench/import-process")).importProcess()],
] satisfies [string, (args: string[]) => Promise<object>][]);

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
