import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { parseArgs } from "node:util";
import { z } from "zod";
import type { Member } from "@/lib/auth/member";
import { systemMember } from "@/lib/auth/system-member";
import { AppError } from "@/lib/errors";
import { IMPORT_TYPES, type ImportType } from "@/lib/imports/import-types";
import { loadImport } from "@/lib/imports/load-import";
import { runImport } from "@/lib/imports/run-import";
import { startImport } from "@/lib/imports/start-import";
import { storeUpload } from "@/lib/imports/store-upload";
import { findOrganisationBySlug } from "@/lib/organisations/find-organisation-by-slug";
import { type ImportOptions, importOptions } from "@/lib/schemas/import-options";
import { endWith } from "./lib/end-with";

const HELP = `Imports a CSV file without a browser.

  npm run import -- --organisation SLUG --type touchpoints|customers|outcomes FILE --map FIELD=COLUMN …

  --organisation      its short name
  --type              what is in the file
  --map               where a field comes from; FIELD:=TEXT gives every row the same text. Once per field:
                        touchpoints  customerExternalId kind occurredAt [id value sentiment details details.NAME]
                        customers    externalId [name ownerEmail mrr currency startedOn renewsOn traits.NAME]
                        outcomes     customerExternalId type occurredOn [reasons avoidable]
                      left out altogether: the columns as they are recognised
  --unknown-customer  create or reject (default) rows of customers that are not known
  --unknown-kind      create or reject (default) rows of kinds that are not in the catalogue
  --on-error          skip (default) rows with faults, or abort: all rows or none
  --date-format       such as DD-MM-YYYY; needed when day and month can be confused
  --number-format     point (1,234.56) or comma (1.234,56)
  --time-zone         of times without an offset; the organisation's when left out
  --resume ID         goes on with an import that was interrupted; no FILE then

The last line of standard output is JSON:
{"importId","rows","created","updated","unchanged","duplicates","rejected","seconds"}
The exit code is 0 when it is done and 2 when it was refused whole.
`;

await endWith(run);

async function run(args: string[]): Promise<number> {
  const startedMs = performance.now();
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      organisation: { type: "string" },
      type: { type: "string" },
      map: { type: "string", multiple: true },
      "unknown-customer": { type: "string" },
      "unknown-kind": { type: "string" },
      "on-error": { type: "string" },
      "date-format": { type: "string" },
      "number-format": { type: "string" },
      "time-zone": { type: "string" },
      resume: { type: "string" },
      help: { type: "boolean", short: "h" },
    },
  });
  const [file] = positionals;
  if (values.help || !values.organisation || positionals.length > 1 || (!file && !values.resume)) {
    (values.help ? process.stdout : process.stderr).write(HELP);
    return values.help ? 0 : 2;
  }
  const { id: organisationId } = await findOrganisationBySlug(values.organisation);
  const member = systemMember(organisationId, "command line");
  let importId = values.resume === undefined ? null : z.coerce.number().int().positive().parse(values.resume);
  try {
    if (file) {
      const type = z.enum(IMPORT_TYPES).parse(values.type);
      importId = await register(member, type, file, (suggested) => ({
        mapping: values.map ? readMapping(values.map) : suggested,
        unknownCustomer: values["unknown-customer"],
        unknownKind: values["unknown-kind"],
        onError: values["on-error"],
        dateFormat: values["date-format"],
        numberFormat: values["number-format"],
        timeZone: values["time-zone"],
      }));
    }
    if (importId === null) return 2;
    await runImport(organisationId, importId, { report: showProgress });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    process.stderr.write(`\n${[error.message, ...error.issues.map((issue) => issue.message)].join("\n")}\n`);
    process.stdout.write(`${JSON.stringify(await summary(organisationId, importId, startedMs))}\n`);
    return 2;
  }
  process.stderr.write("\n");
  process.stdout.write(`${JSON.stringify(await summary(organisationId, importId, startedMs))}\n`);
  return 0;
}

/** Takes the file in and starts its import, to be run by this process. */
async function register(
  member: Member,
  type: ImportType,
  file: string,
  optionsOf: (suggested: ImportOptions["mapping"]) => object,
): Promise<number> {
  const facts = await stat(file).catch(() => undefined);
  if (!facts?.isFile()) throw new AppError("not-found", `There is no file ${file}.`);
  const { id, detected } = await storeUpload(member, { type, filename: basename(file), body: createReadStream(file) });
  const suggested = detected.columns.flatMap(({ name, suggestion }) =>
    suggestion ? [[suggestion, name] as const] : [],
  );
  const options = importOptions.parse(optionsOf(Object.fromEntries(suggested)));
  await startImport(member, id, options, "caller");
  return id;
}

function readMapping(pairs: readonly string[]): ImportOptions["mapping"] {
  const entries = pairs.map((pair) => {
    const equals = pair.indexOf("=");
    const isConstant = pair[equals - 1] === ":";
    const field = pair.slice(0, isConstant ? equals - 1 : equals);
    const text = pair.slice(equals + 1);
    if (equals < 1 || text === "") throw new AppError("bad-request", `--map takes FIELD=COLUMN, not “${pair}”.`);
    return [field, isConstant ? { constant: text } : text] as const;
  });
  return Object.fromEntries(entries);
}

function showProgress({ done, total }: Readonly<{ done: number; total: number }>): void {
  process.stderr.write(`\r${Math.floor((done / Math.max(total, 1)) * 100)}% of the file`);
}

async function summary(organisationId: number, importId: number | null, startedMs: number) {
  const seconds = Math.round(performance.now() - startedMs) / 1000;
  const nothing = { rows: 0, created: 0, updated: 0, unchanged: 0, duplicates: 0, rejected: 0 };
  if (importId === null) return { importId, ...nothing, seconds };
  const { row } = await loadImport(organisationId, importId);
  const { rows, created, updated, unchanged, duplicates, rejected } = row;
  return { importId, rows, created, updated, unchanged, duplicates, rejected, seconds };
}
