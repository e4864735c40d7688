import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { evaluateTask } from "@/lib/evaluation/evaluate-task";
import { TASK_NAMES } from "@/lib/evaluation/evaluation-task";
import { endWith } from "./lib/end-with";

const HELP = `Trains models on part of a public data set, tests them on the rest and compares them. Needs no database.

  npm run evaluate -- --task telco FILE [--predictions OUT.csv]
  npm run evaluate -- --task retail FILE [--predictions OUT.csv]
  npm run evaluate -- --task ravenstack FOLDER [--predictions OUT.csv]

  --task         how the file is read, split and labelled
  --predictions  writes every test row's outcome and probabilities to a CSV file

Every choice is made by cross-validation among training rows; a file reference-predictions.csv beside the data is compared
with row by row. The last line of standard output is JSON:
{"task","trainRows","testRows","models":{"constant","rules","plain","best"},"chosen","refused","paired"}
`;

await endWith(run);

async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      task: { type: "string" },
      predictions: { type: "string" },
      help: { type: "boolean", short: "h" },
    },
  });
  const task = TASK_NAMES.find((name) => name === values.task);
  const [path] = positionals;
  if (values.help || !task || !path || positionals.length > 1) {
    (values.help ? process.stdout : process.stderr).write(HELP);
    return values.help ? 0 : 2;
  }
  const summary = await evaluateTask({
    task,
    path: fromCaller(path),
    predictionsPath: values.predictions === undefined ? undefined : fromCaller(values.predictions),
    report: (progress) => process.stderr.write(`${progress}\n`),
  });
  process.stdout.write(`${JSON.stringify(summary)}\n`);
  return 0;
}

/** A path as the person who called npm meant it: from the folder they are in. */
function fromCaller(path: string): string {
  return resolve(process.env.INIT_CWD ?? process.cwd(), path);
}
