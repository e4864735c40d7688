import { beforeAll, describe, expect, it } from "vitest";
import { makeMember } from "@/lib/auth/make-member";
import type { Member } from "@/lib/auth/member";
import { systemMember } from "@/lib/auth/system-member";
import { withTenantClient } from "@/lib/db/with-tenant-client";
import { createOrganisation } from "@/lib/organisations/create-organisation";
import { changeView } from "@/lib/views/change-view";
import { deleteView } from "@/lib/views/delete-view";
import { listViews } from "@/lib/views/list-views";
import { saveView } from "@/lib/views/save-view";
import { setDefaultView } from "@/lib/views/set-default-view";

let admin: Member;
let manager: Member;
let viewer: Member;
let foreign: Member;

beforeAll(async () => {
  const make = async (name: string): Promise<Record<string, Member>> => {
    const { organisationId } = await createOrganisation({ name, admin: null });
    const { rows } = await withTenantClient(organisationId, (client) =>
      client.query<{ id: number; name: string; role: "admin" | "manager" | "viewer" }>(
        `INSERT INTO member (organisation_id, user_id, name, email, role)
         SELECT $1, $2 || role, role, role || '@example.com', role FROM unnest(ARRAY['admin', 'manager', 'viewer']) role
         RETURNING id, name, role`,
        [organisationId, name],
      ),
    );
    return Object.fromEntries(
      rows.map((row) => [
        row.role,
        makeMember({ ...systemMember(organisationId), ...row, actor: "member", managerScope: "own-book" }),
      ]),
    );
  };
  ({ admin, manager, viewer } = (await make("Views")) as { admin: Member; manager: Member; viewer: Member });
  foreign = (await make("Foreign")).admin!;
});

const namesOf = async (member: Member) => (await listViews(member)).map((view) => view.name);

describe("views of the leaderboard", () => {
  it("are one's own until they are shared, and of one organisation", async () => {
    const id = await saveView(manager, { name: "Payments", query: "category=payment", shared: false });
    expect(await namesOf(manager)).toEqual(["Payments"]);
    expect(await namesOf(admin)).toEqual([]);
    await changeView(manager, { id, shared: true, name: "Late payments" });
    expect(await listViews(viewer)).toMatchObject([
      { name: "Late payments", query: "category=payment", by: "manager", mayChange: false, isDefault: false },
    ]);
    expect(await namesOf(foreign)).toEqual([]);
    await expect(changeView(viewer, { id, name: "Mine" })).rejects.toMatchObject({ code: "not-found" });
    await expect(deleteView(foreign, id)).rejects.toMatchObject({ code: "not-found" });
    await changeView(admin, { id, query: "category=payment&sort=name" });
    expect((await listViews(manager))[0]).toMatchObject({ query: "category=payment&sort=name", by: null });
    await deleteView(admin, id);
    expect(await namesOf(manager)).toEqual([]);
  });

  it("are kept by viewers for themselves", async () => {
    await expect(saveView(viewer, { name: "V", query: "", shared: true })).rejects.toMatchObject({ code: "forbidden" });
    const id = await saveView(viewer, { name: "V", query: "band=critical", shared: false });
    await expect(changeView(viewer, { id, shared: true })).rejects.toMatchObject({ code: "forbidden" });
    await expect(deleteView(admin, id)).rejects.toMatchObject({ code: "not-found" });
    await deleteView(viewer, id);
  });

  it("may open the leaderboard, each member's own choice, and a deleted one counts as none", async () => {
    const id = await saveView(admin, { name: "Critical", query: "band=critical", shared: true });
    await setDefaultView(manager, id);
    expect((await listViews(manager)).filter((view) => view.isDefault)).toHaveLength(1);
    expect((await listViews(admin)).filter((view) => view.isDefault)).toHaveLength(0);
    const own = await saveView(admin, { name: "Own", query: "", shared: false });
    await expect(setDefaultView(manager, own)).rejects.toMatchObject({ code: "not-found" });
    await deleteView(admin, id);
    expect((await listViews(manager)).filter((view) => view.isDefault)).toHaveLength(0);
    await setDefaultView(manager, null);
  });

  it("leave a trace of every change", async () => {
    const { rows } = await withTenantClient(admin.organisationId, (client) =>
      client.query<{ action: string }>(
        "SELECT DISTINCT action FROM audit_entry WHERE action LIKE 'views.%' ORDER BY 1",
      ),
    );
    expect(rows.map((row) => row.action)).toEqual([
      "views.changed",
      "views.default-chosen",
      "views.deleted",
      "views.saved",
    ]);
  });
});
