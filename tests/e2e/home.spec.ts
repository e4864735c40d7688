import { expect, test } from "@playwright/test";
import { signInAs } from "../support/sign-in-as";

test("a manager begins the day with the own book, and nothing of anybody else's", async ({ page }) => {
  await signInAs(page, "manager");
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1, name: "Today" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Today" })).toHaveAttribute("aria-current", "page");
  await expect(page.getByRole("link", { name: "Risk", exact: true })).not.toHaveAttribute("aria-current", "page");
  const customers = Number(
    /look after (\d+) customers/.exec((await page.getByText(/You look after/).textContent()) ?? "")?.[1],
  );
  expect(customers).toBeGreaterThan(10);
  for (const name of ["What changed", "Who is wavering", "Renewals ahead", "Judgements that end soon"]) {
    await expect(page.getByRole("region", { name })).toBeVisible();
  }
  const wavering = page.getByRole("list", { name: "Who is wavering" }).getByRole("link");
  await expect(wavering.first()).toBeVisible();
  await expect(page.getByRole("region", { name: "Set up" })).toHaveCount(0);
  await wavering.first().click();
  await expect(page.getByText("Wavering", { exact: true }).first()).toBeVisible();
  await page.goto("/");
  await page.getByRole("link", { name: "Your whole book" }).click();
  await expect(page).toHaveURL(/\/risk\?owner=\d+/);
});

test("a manager's list of renewals is in the order of their days, and all of them are ahead", async ({ page }) => {
  await signInAs(page, "manager");
  await page.goto("/");
  const days = await page.getByRole("list", { name: "Next" }).getByRole("listitem").allInnerTexts();
  const ahead = days.map((text) =>
    /today/.test(text) ? 0 : /tomorrow/.test(text) ? 1 : Number(/in (\d+) (day|month)/.exec(text)?.[1] ?? -1),
  );
  expect(ahead.length).toBeGreaterThan(2);
  expect(ahead.every((day) => day >= 0)).toBe(true);
});

test("an admin sees what is left to set up, and a step that is confirmed disappears", async ({ page }) => {
  await signInAs(page, "admin");
  await page.goto("/");
  const setUp = page.getByRole("region", { name: "Set up" });
  await expect(setUp).toBeVisible();
  await expect(setUp.getByRole("heading", { name: "Bring touchpoints in" })).toHaveCount(0);
  await expect(setUp.getByRole("link", { name: "To the models" })).toHaveAttribute("href", "/settings/models");
  const step = setUp.getByRole("listitem").filter({ hasText: "Say what a break-up is" });
  // The demo is kept between runs: once confirmed, the step is gone for good.
  if ((await step.count()) > 0) {
    await expect(step).toContainText("an outcome that somebody records or imports");
    await step.getByRole("button", { name: "That is right" }).click();
  }
  await expect(step).toHaveCount(0);
  await page.reload();
  await expect(setUp).toBeVisible();
  await expect(step).toHaveCount(0);
});

test("a viewer sees the whole at a glance and has nothing to set up", async ({ page }) => {
  await signInAs(page, "viewer");
  await page.goto("/");
  await expect(page.getByText(/of monthly revenue is at stake/)).toBeVisible();
  await expect(page.getByRole("region", { name: "Set up" })).toHaveCount(0);
  const most = page.getByRole("region", { name: "Most at stake" });
  await expect(most.getByRole("listitem").first()).toContainText(/out of 100, /);
  const bands = page.getByRole("region", { name: "Customers by band" });
  await bands.getByText("The figures behind it").click();
  await expect(bands.getByRole("table").getByRole("row").nth(2)).toBeVisible();
  await bands.getByRole("link", { name: /^Critical/ }).click();
  await expect(page).toHaveURL(/band=critical/);
});
