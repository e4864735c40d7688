"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useState } from "react";
import { THEME_COOKIE, THEMES, type Theme } from "./theme";

const ICONS = { system: Monitor, light: Sun, dark: Moon } as const;
const YEAR_SECONDS = 31_536_000;

type ThemeSwitchProps = Readonly<{ initial: Theme; legend: string; labels: Readonly<Record<Theme, string>> }>;

/** Light, dark or as the system; kept in a cookie and shown at once. */
export function ThemeSwitch({ initial, legend, labels }: ThemeSwitchProps) {
  const [chosen, setChosen] = useState(initial);
  function choose(theme: Theme) {
    setChosen(theme);
    if (theme === "system") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every supported browser
    document.cookie = `${THEME_COOKIE}=${theme}; Path=/; Max-Age=${YEAR_SECONDS}; SameSite=Lax`;
  }
  return (
    <fieldset className="grid gap-1.5">
      <legend className="mb-1.5 text-xs text-faint">{legend}</legend>
      <div className="grid grid-cols-3 gap-1 rounded-md bg-sunken p-1">
        {THEMES.map((theme) => {
          const Icon = ICONS[theme];
          return (
            <label
              key={theme}
              title={labels[theme]}
              className="flex h-7 cursor-pointer items-center justify-center rounded-md text-muted transition-colors hover:text-ink has-checked:bg-raised has-checked:text-ink has-checked:ring-1 has-checked:ring-line has-focus-visible:outline-2 has-focus-visible:outline-accent"
            >
              <input
                type="radio"
                name="theme"
                value={theme}
                checked={chosen === theme}
                onChange={() => choose(theme)}
                aria-label={labels[theme]}
                className="sr-only"
              />
              <Icon aria-hidden className="size-4" />
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
