import { parseArgs } from "node:util";
import { createApiKey } from "@/lib/api-keys/create-api-key";
import { systemMember } from "@/lib/auth/system-member";
import { invitationLink } from "@/lib/members/invitation-link";
import { createOrganisation } from "@/lib/organisations/create-organisation";
import { endWith } from "./lib/end-with";

const HELP = `Creates an organisation and prints an API key with the scope admin, once.

  npm run organisation -- create --name NAME --admin-email ADDRESS [--slug SLUG]

  --name         what the organisation is called
  --admin-email  who will be its first admin; a link to choose a password is printed on standard error
  --slug         its short name in commands; made from the name when left out

The last line of standard output is JSON: {"organisation":1,"slug":"…","key":"rk_…"}
`;

await endWith(run);

async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      name: { type: "string" },
      slug: { type: "string" },
      "admin-email": { type: "string" },
      help: { type: "boolean", short: "h" },
    },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const email = values["admin-email"];
  if (positionals[0] !== "create" || positionals.length > 1 || !values.name || !email) {
    process.stderr.write(HELP);
    return 2;
  }
  const created = await createOrganisation({
    name: values.name,
    ...(values.slug === undefined ? {} : { slug: values.slug }),
    admin: { name: email, email },
  });
  const { organisationId, slug, invitationToken } = created;
  const key = await createApiKey(systemMember(organisationId, "command line"), {
    name: "Command line",
    scopes: ["admin"],
  });
  if (invitationToken) {
    process.stderr.write(`${email} chooses a password within 7 days at ${invitationLink(invitationToken)}\n`);
  }
  process.stderr.write("The key below is shown this once.\n");
  process.stdout.write(`${JSON.stringify({ organisation: organisationId, slug, key })}\n`);
  return 0;
}
