import { parseArgs } from "node:util";
import { createApiKey } from "@/lib/api-keys/create-api-key";
import { systemMember } from "@/lib/auth/system-member";
import { findOrganisationBySlug } from "@/lib/organisations/find-organisation-by-slug";
import { newApiKeySchema } from "@/lib/schemas/api-key";
import { endWith } from "./lib/end-with";

const HELP = `Creates an API key of an organisation and prints it, once.

  npm run api-key -- create --organisation SLUG --scopes SCOPES [--name NAME] [--expires-in-days DAYS]

  --organisation     the short name of the organisation
  --scopes           read, write, admin, separated by commas
  --name             what the key is for; “Command line” when left out
  --expires-in-days  when it ends by itself; never when left out

The last line of standard output is JSON: {"organisation":1,"slug":"…","key":"rk_…"}
`;

await endWith(run);

async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      organisation: { type: "string" },
      scopes: { type: "string" },
      name: { type: "string", default: "Command line" },
      "expires-in-days": { type: "string" },
      help: { type: "boolean", short: "h" },
    },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return 0;
  }
  if (positionals[0] !== "create" || positionals.length > 1 || !values.organisation || !values.scopes) {
    process.stderr.write(HELP);
    return 2;
  }
  const request = newApiKeySchema.parse({
    name: values.name,
    scopes: values.scopes.split(",").map((scope) => scope.trim()),
    expiresInDays: values["expires-in-days"],
  });
  const { id, slug } = await findOrganisationBySlug(values.organisation);
  const key = await createApiKey(systemMember(id, "command line"), request);
  process.stderr.write("The key below is shown this once.\n");
  process.stdout.write(`${JSON.stringify({ organisation: id, slug, key })}\n`);
  return 0;
}
