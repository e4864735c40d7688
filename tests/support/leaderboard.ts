import { expect, type Locator, type Page } from "@playwright/test";

/** The leaderboard's table of one page, as a person reads it. */
export class LeaderboardPage {
  readonly rows: Locator;

  constructor(readonly page: Page) {
    this.rows = page.getByRole("row").filter({ has: page.getByRole("rowheader") });
  }

  async open(query = ""): Promise<void> {
    await this.page.goto(`/risk${query}`);
    await expect(this.page.getByRole("heading", { level: 1 })).toBeVisible();
  }

  names(): Promise<string[]> {
    return this.rows.getByRole("link").allTextContents();
  }

  /** Risks out of 100; "<1" is 0.5 and ">99" is 99.5. */
  async risks(): Promise<number[]> {
    const texts = await this.rows.getByText(/out of 100, /).allTextContents();
    return texts.map((text) => {
      const [, sign, number] = /^([<>]?)(\d+) out of 100/.exec(text) ?? [];
      return Number(number) + (sign === "<" ? -0.5 : sign === ">" ? 0.5 : 0);
    });
  }

  /** What stands in a column, by its heading. */
  async column(heading: string): Promise<string[]> {
    const headings = await this.page.getByRole("columnheader").allTextContents();
    const at = headings.findIndex((text) => text.startsWith(heading));
    expect(at, `a column “${heading}”`).toBeGreaterThanOrEqual(0);
    const cells = await this.rows.locator(`:scope > :nth-child(${at + 1})`).allInnerTexts();
    return cells.map((text) => text.trim());
  }

  /** Waits until the address has (or, for null, has not) what is given. */
  async expectAsked(asked: Readonly<Record<string, string | null>>): Promise<void> {
    await expect(() => {
      const query = new URL(this.page.url()).searchParams;
      for (const [name, value] of Object.entries(asked)) expect(query.get(name)).toBe(value);
    }).toPass({ timeout: 10_000 });
  }
}

export function isDescending(numbers: readonly number[]): boolean {
  return numbers.every((number, index) => index === 0 || number <= (numbers[index - 1] ?? number));
}
