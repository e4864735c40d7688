import { parseArgs } from "node:util";
import { findOrganisationBySlug } from "@/lib/organisations/find-organisation-by-slug";
import { instantMs } from "@/lib/schemas/instant";
import { scoreAll } from "@/lib/scores/score-all";
import { endWith } from "./lib/end-with";

const HELP = `Scores every customer of an organisation.

  npm run score -- --organisation SLUG [--as-of INSTANT]

  --organisation  its short name
  --as-of         the moment to score, such as 2026-06-30T12:00:00Z; left out: the organisation's clock

The last line of standard output is JSON: {"organisation","asOf","customers","seconds","bands"}
`;

await endWith(run);

async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      organisation: { type: "string" },
      "as-of": { type: "string" },
      help: { type: "boolean", short: "h" },
    },
  });
  if (values.help || !values.organisation) {
    (values.help ? process.stdout : process.stderr).write(HELP);
    return values.help ? 0 : 2;
  }
  const asOf = values["as-of"];
  const asOfMs = asOf === undefined ? undefined : instantMs.parse(asOf);
  const { id } = await findOrganisationBySlug(values.organisation);
  const summary = await scoreAll(id, { asOfMs });
  process.stdout.write(`${JSON.stringify(summary)}\n`);
  return 0;
}
