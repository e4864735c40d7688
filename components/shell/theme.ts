/** What a person may choose; "system" follows the device. */
export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

/** The cookie that remembers the choice, so that the server renders the right colours at once. */
export const THEME_COOKIE = "theme";

/** The choice in a cookie's value; anything unknown is "system". */
export function parseTheme(value: string | undefined): Theme {
  return THEMES.find((theme) => theme === value) ?? "system";
}
