import { recordAudit } from "@/lib/audit/record-audit";
import { findMemberOfUser } from "@/lib/auth/find-member-of-user";
import type { Member } from "@/lib/auth/member";
import { systemMember } from "@/lib/auth/system-member";
import { getPrisma } from "@/lib/db/prisma";
import { type TenantTransaction, withTenant } from "@/lib/db/with-tenant";
import { AppError } from "@/lib/errors";
import { addDefaultKinds } from "@/lib/kinds/add-default-kinds";
import { insertInvitation } from "@/lib/members/insert-invitation";
import { joinOrganisation } from "@/lib/members/join-organisation";
import { emailSchema, personNameSchema } from "@/lib/schemas/member";
import { organisationNameSchema, slugSchema } from "@/lib/schemas/organisation";
import { type Settings, settingsChangeSchema } from "@/lib/schemas/settings";
import { settingsColumns } from "@/lib/settings/settings-columns";
import { addDefaultRules } from "./add-default-rules";
import { slugOf } from "./slug-of";

/** A new organisation as its creator describes it. */
export type NewOrganisation = Readonly<{
  name: string;
  /** Made from the name when absent, with a number behind it if that is taken. */
  slug?: string;
  /** With a password the account is made at once; without, an invitation is. Someone who has an account keeps hers. */
  admin: Readonly<{ name: string; email: string; password?: string }> | null;
  settings?: Partial<Settings>;
}>;

export type CreatedOrganisation = Readonly<{
  organisationId: number;
  slug: string;
  admin: Member | null;
  /** For the address /invitation/<token>, when the admin still has to choose a password. */
  invitationToken: string | null;
}>;

const MOST_SLUGS_TRIED = 100;

/**
 * Creates an organisation with its catalogue of kinds, the default rules as version 1, the model that takes them as they
 * are, and its first admin, all or nothing. Only set-up, commands, the sample and tests call it: no member can.
 * @throws AppError conflict when the given slug is taken
 */
export async function createOrganisation(request: NewOrganisation): Promise<CreatedOrganisation> {
  const name = organisationNameSchema.parse(request.name);
  const wanted = request.slug === undefined ? undefined : slugSchema.parse(request.slug);
  const settings = settingsChangeSchema.parse(request.settings ?? {});
  for (let attempt = 1; attempt <= MOST_SLUGS_TRIED; attempt++) {
    const slug = wanted ?? (attempt === 1 ? slugOf(name) : `${slugOf(name)}-${attempt}`);
    const organisationId = await nextOrganisationId();
    try {
      const made = await withTenant(organisationId, async (tx) => {
        await tx.organisation.create({
          data: { id: organisationId, name, slug, ...settingsColumns(settings) },
          select: { id: true },
        });
        return furnish(tx, organisationId, request);
      });
      const admin = made.userId === null ? null : await findMemberOfUser(made.userId, organisationId);
      return { organisationId, slug, admin: admin ?? null, invitationToken: made.invitationToken };
    } catch (error) {
      if (!isSlugTaken(error)) throw error;
      if (wanted) throw new AppError("conflict", `There is an organisation “${slug}” already.`);
    }
  }
  throw new AppError("conflict", "Too many organisations have this name. Give a slug.");
}

// The id comes first: the row can only be written under its own organisation.
async function nextOrganisationId(): Promise<number> {
  const [row] = await getPrisma().$queryRaw<{ id: number }[]>`
    SELECT nextval(pg_get_serial_sequence('organisation', 'id'))::int AS id`;
  if (!row) throw new Error("The sequence of organisations gave no number");
  return row.id;
}

async function furnish(tx: TenantTransaction, organisationId: number, request: NewOrganisation) {
  const system = systemMember(organisationId);
  await addDefaultKinds(tx, organisationId);
  await addDefaultRules(tx, organisationId);
  await recordAudit(tx, system, { action: "organisation.created", subject: `organisation:${organisationId}` });
  if (!request.admin) return { userId: null, invitationToken: null };
  const email = emailSchema.parse(request.admin.email);
  const { password } = request.admin;
  if (password === undefined) {
    return { userId: null, invitationToken: await insertInvitation(tx, system, { email, role: "admin" }) };
  }
  const name = personNameSchema.parse(request.admin.name);
  const { userId } = await joinOrganisation(tx, { organisationId, name, email, password, role: "admin" });
  return { userId, invitationToken: null };
}

function isSlugTaken(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "P2002";
}
