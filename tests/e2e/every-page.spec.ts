import { expect, type Page, test } from "@playwright/test";
import { expectEveryLook } from "../support/every-look";
import { makeOwnOrganisation } from "../support/own-organisation";
import { signInAs } from "../support/sign-in-as";
import { openWalked, routesOfApp, WALKS } from "../support/walked-pages";

// WCAG 2.2 AA, both themes, a phone, zoom, the system's colours and less movement, on every page and for every role that
// sees it differently. Dialogs and what comes only after work was done are looked at where a test does that work.

test.describe.configure({ mode: "parallel", timeout: 300_000 });

test("no page is left out of the walks", () => {
  const walked = WALKS.flatMap(({ pages }) => pages.map(({ route }) => route));
  expect(new Set(walked)).toEqual(new Set(routesOfApp()));
});

for (const { who, role, pages } of WALKS) {
  test(`${who}: every page is whole and can be read by everyone`, async ({ page }) => {
    if (role) await signInAs(page, role);
    for (const one of pages) {
      await test.step(one.at ?? one.route, async () => {
        await openWalked(page, one);
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        await expectEveryLook(page, one.at ?? one.route);
      });
    }
  });
}

test("each step of an import of a crowded file is whole and can be read by everyone", async ({ page, baseURL }) => {
  await signInAs(page, "admin");
  const long = "a very long name of a column ".repeat(4).trim();
  const query = new URLSearchParams({ type: "auto", filename: `${"a_very_long_name_of_a_file_".repeat(4)}narrow.csv` });
  const uploaded = await page.request.put(`/api/v1/imports?${query}`, {
    data: `customer,kind,when,${long}\nC,never-heard-of,03-04-2026,x\nC,call,05-06-2026,y\n`,
    headers: { Origin: new URL(baseURL ?? "").origin },
  });
  const { id } = await uploaded.json();
  for (const step of ["file", "columns", "dates", "unknown", "check"])
    await lookAt(page, `/imports/${id}?step=${step}`);
});

test("an invitation that stands is whole and can be read by everyone", async ({ page }) => {
  // In one word, as the name and in the address: neither may push the page sideways.
  const { invitation } = await makeOwnOrganisation(`Invited${Date.now()}ByAnOrganisationOfAVeryLongName`);
  await lookAt(page, invitation);
});

async function lookAt(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expectEveryLook(page, path);
}
