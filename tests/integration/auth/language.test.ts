import { beforeAll, describe, expect, it } from "vitest";
import type { Member } from "@/lib/auth/member";
import { signIn } from "@/lib/auth/sign-in";
import { systemMember } from "@/lib/auth/system-member";
import { getPrisma } from "@/lib/db/prisma";
import { withTenant } from "@/lib/db/with-tenant";
import { chooseLanguage } from "@/lib/members/choose-language";
import { createOrganisation } from "@/lib/organisations/create-organisation";

const PASSWORD = "correct horse battery";

let ada: Member;
let bert: Member;

beforeAll(async () => {
  const made = await Promise.all(
    ["ada", "bert"].map((name) =>
      createOrganisation({ name, admin: { name, email: `${name}@language.example`, password: PASSWORD } }),
    ),
  );
  [ada, bert] = made.map(({ admin }) => admin!) as [Member, Member];
});

describe("a person's language", () => {
  it("is unknown until she chooses, and then comes along with signing in", async () => {
    expect(await languageOf("ada")).toBeUndefined();
    await chooseLanguage(ada, "de");
    expect(await languageOf("ada")).toBe("de");
    await chooseLanguage(ada, "en");
    expect(await languageOf("ada")).toBe("en");
  });

  it("is nobody else's", async () => {
    await chooseLanguage(ada, "de");
    expect(await languageOf("bert")).toBeUndefined();
  });

  it("is audited in the organisation where it was chosen", async () => {
    await chooseLanguage(bert, "de");
    const entries = await withTenant(bert.organisationId, (tx) =>
      tx.auditEntry.findMany({ where: { organisationId: bert.organisationId, action: "members.language-chosen" } }),
    );
    expect(entries).toMatchObject([{ actorName: "bert", subject: `member:${bert.id}`, details: { language: "de" } }]);
  });

  it("is as good as unknown when the installation no longer has it", async () => {
    await getPrisma().user.update({ where: { email: "bert@language.example" }, data: { language: "tlh" } });
    expect(await languageOf("bert")).toBeUndefined();
  });

  it("cannot be chosen by who is no person", async () => {
    await expect(chooseLanguage(systemMember(ada.organisationId), "de")).rejects.toMatchObject({ code: "forbidden" });
  });
});

async function languageOf(name: string) {
  const { member, language } = await signIn({ email: `${name}@language.example`, password: PASSWORD }, new Headers());
  expect(member.name).toBe(name);
  return language;
}
