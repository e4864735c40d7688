import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { AppError } from "@/lib/errors";
import { evaluateCustomers } from "@/lib/evaluation/evaluate-customers";
import type { EvaluationData } from "@/lib/evaluation/evaluation-data";
import { readFiles } from "@/lib/evaluation/read-files";
import { readRavenstack } from "@/lib/evaluation/read-ravenstack";
import { readRetail } from "@/lib/evaluation/read-retail";
import { readTelco } from "@/lib/evaluation/read-telco";
import type { BreakUp } from "@/lib/scoring/learning/panel-setup";
import { endWith } from "./lib/end-with";

const HELP = `Trains models on files, tests them and compares them, as an organisation would that imported the files. Needs no database.

  npm run evaluate -- --task telco FILE | --task retail FILE | --task ravenstack FOLDER [--predictions OUT.csv]
  npm run evaluate -- --touchpoints FILE [--customers FILE] [--outcomes FILE] --train-as-of DATE …

  --task           one of the public data sets: how it is read, split and labelled
  --touchpoints, --customers, --outcomes   files as the import takes them
  --map            FIELD=COLUMN, once per field; a file of which none is named is read as its columns are recognised
  --date-format    such as DD-MM-YYYY; needed when day and month can be confused
  --train-as-of    a date (its end, UTC) or an instant to learn at; once for each
  --test-as-of     a later one to test at; left out: customers are predicted by models of the others
  --horizon-days   a break-up is predicted within so many days (90)
  --break-up       recorded (default), or inactivity:DAYS of --break-up-kind
  --break-up-kind  a kind of touchpoint that keeps a relationship alive (purchase); once for each
  --active-within  only customers with such a touchpoint within so many days are looked at
  --predictions    writes every test row's outcome and probabilities to a CSV file

Every choice is made by cross-validation among training rows; a file reference-predictions.csv beside a task's data is
compared with row by row. The last line of standard output is JSON:
{"task","trainRows","testRows","models":{"constant","rules","plain","best"},"chosen","refused","paired"}
`;

const TASKS: Readonly<Record<string, (path: string) => Promise<EvaluationData>>> = {
  telco: readTelco,
  retail: readRetail,
  ravenstack: readRavenstack,
};

await endWith(run);

async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      task: { type: "string" },
      touchpoints: { type: "string" },
      customers: { type: "string" },
      outcomes: { type: "string" },
      map: { type: "string", multiple: true, default: [] },
      "date-format": { type: "string" },
      "train-as-of": { type: "string", multiple: true, default: [] },
      "test-as-of": { type: "string" },
      "horizon-days": { type: "string", default: "90" },
      "break-up": { type: "string", default: "recorded" },
      "break-up-kind": { type: "string", multiple: true, default: ["purchase"] },
      "active-within": { type: "string" },
      predictions: { type: "string" },
      help: { type: "boolean", short: "h" },
    },
  });
  const [path] = positionals;
  const readTask = values.task === undefined ? undefined : TASKS[values.task];
  const isTask = readTask !== undefined && path !== undefined && positionals.length === 1;
  const isFiles = values.task === undefined && values["train-as-of"].length > 0 && positionals.length === 0;
  if (values.help || !(isTask || isFiles)) {
    (values.help ? process.stdout : process.stderr).write(HELP);
    return values.help ? 0 : 2;
  }
  const data = isTask
    ? await readTask(fromCaller(path))
    : await readFiles({
        touchpoints: values.touchpoints && fromCaller(values.touchpoints),
        customers: values.customers && fromCaller(values.customers),
        outcomes: values.outcomes && fromCaller(values.outcomes),
        mapping: Object.fromEntries(values.map.map(readPair)),
        dateFormat: values["date-format"],
        trainAsOfMs: values["train-as-of"].map(readInstant),
        testAsOfMs: values["test-as-of"] === undefined ? null : readInstant(values["test-as-of"]),
        horizonDays: readDays(values["horizon-days"], "--horizon-days"),
        breakUp: readBreakUp(values["break-up"], values["break-up-kind"]),
        activeWithinDays:
          values["active-within"] === undefined ? null : readDays(values["active-within"], "--active-within"),
      });
  const summary = await evaluateCustomers(data, {
    predictionsPath: values.predictions && fromCaller(values.predictions),
    report: (progress) => process.stderr.write(`${progress}\n`),
  });
  process.stdout.write(`${JSON.stringify(summary)}\n`);
  return 0;
}

/** A path as the person who called npm meant it: from the folder they are in. */
function fromCaller(path: string): string {
  return resolve(process.env.INIT_CWD ?? process.cwd(), path);
}

function readPair(pair: string): readonly [string, string] {
  const equals = pair.indexOf("=");
  if (equals < 1 || equals === pair.length - 1) {
    throw new AppError("bad-request", `--map takes FIELD=COLUMN, not “${pair}”.`);
  }
  return [pair.slice(0, equals), pair.slice(equals + 1)];
}

function readInstant(text: string): number {
  const isDate = /^\d{4}-\d{2}-\d{2}$/.test(text);
  const instantMs = Date.parse(isDate ? `${text}T23:59:59.999Z` : text);
  if (Number.isNaN(instantMs)) throw new AppError("bad-request", `“${text}” is no date such as 2026-01-31.`);
  return instantMs;
}

function readDays(text: string, option: string): number {
  const days = Number(text);
  if (Number.isInteger(days) && days >= 1 && days <= 3650) return days;
  throw new AppError("bad-request", `${option} takes a number of days from 1 to 3650, not “${text}”.`);
}

function readBreakUp(text: string, kinds: readonly string[]): BreakUp {
  if (text === "recorded") return { type: "recorded" };
  const days = /^inactivity:(\d+)$/.exec(text)?.[1];
  if (days === undefined) throw new AppError("bad-request", "--break-up takes recorded or inactivity:DAYS.");
  return { type: "inactivity", kinds, days: readDays(days, "--break-up inactivity:") };
}
