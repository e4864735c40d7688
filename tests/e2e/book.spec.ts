import { expect, type Page, test } from "@playwright/test";
import { demoAccount, signInAs } from "../support/sign-in-as";

type Call = Readonly<{ method: string; path: string; body?: object }>;

/** Calls the API as the pages do, by the session's cookie from a page of the installation. */
function call(page: Page, { method, path, body }: Call): Promise<Readonly<{ status: number; text: string }>> {
  return page.evaluate(
    async (asked) => {
      const headers = { "content-type": "application/json" };
      const sent = asked.body ? { headers, body: JSON.stringify(asked.body) } : {};
      const answer = await fetch(`/api/v1${asked.path}`, { method: asked.method, ...sent });
      return { status: answer.status, text: await answer.text() };
    },
    { method, path, body },
  );
}

async function become(page: Page, role: "admin" | "manager" | "viewer"): Promise<void> {
  await page.context().clearCookies();
  await signInAs(page, role);
  await page.goto("/risk");
}

const idsOf = (csv: string) =>
  csv
    .trimEnd()
    .split("\n")
    .slice(1)
    .map((line) => line.split(",")[0]);

test("at the API, a manager sees and changes the own book alone, and a viewer changes nothing", async ({ page }) => {
  await become(page, "admin");
  const { items } = JSON.parse((await call(page, { method: "GET", path: "/customers?limit=200&stage=current" })).text);
  const mine = ({ owner }: { owner: string }) => owner === demoAccount("manager").name;
  const own: string = items.find(mine).externalId;
  const foreign: string = items.find((item: { owner: string }) => !mine(item)).externalId;
  const named: Call = { method: "POST", path: "/customers.csv", body: { externalIds: [own, foreign] } };
  const people = (id: string, method: "GET" | "PUT"): Call => {
    const path = `/customers/${encodeURIComponent(id)}/people`;
    return method === "PUT" ? { method, path, body: {} } : { method, path };
  };
  expect(idsOf((await call(page, named)).text).sort()).toEqual([own, foreign].sort());

  await become(page, "manager");
  expect(idsOf((await call(page, named)).text)).toEqual([own]);
  expect(JSON.parse((await call(page, { method: "GET", path: "/customers?limit=200" })).text).items.every(mine)).toBe(
    true,
  );
  for (const part of ["", "/score", "/journey", "/ledger", "/judgements"]) {
    const path = `/customers/${encodeURIComponent(foreign)}${part}`;
    expect((await call(page, { method: "GET", path })).status, part).toBe(404);
  }
  for (const method of ["GET", "PUT"] as const) {
    expect((await call(page, people(foreign, method))).status, method).toBe(404);
    expect((await call(page, people(own, method))).status, method).toBe(200);
  }

  await become(page, "viewer");
  expect(idsOf((await call(page, named)).text).sort()).toEqual([own, foreign].sort());
  expect((await call(page, people(own, "GET"))).status).toBe(200);
  expect((await call(page, people(own, "PUT"))).status).toBe(403);
  for (const path of ["/touchpoints", "/outcomes", "/customers", "/scores/recompute", "/models/train"]) {
    expect((await call(page, { method: "POST", path, body: {} })).status, path).toBe(403);
  }
});
