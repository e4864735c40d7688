import type { Page } from "@playwright/test";

/** Controls that are on the page and yet reach beyond the window, where nothing scrolls them into it. */
export function cutOffControls(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    for (const control of document.querySelectorAll("a[href], button, input, select, textarea, summary")) {
      if (!control.checkVisibility({ checkVisibilityCSS: true })) continue;
      const { left, right, width } = control.getBoundingClientRect();
      if (width <= 1 || (left >= -1 && right <= innerWidth + 1) || canBeScrolledTo(control)) continue;
      faults.push(`from ${Math.round(left)} to ${Math.round(right)}: ${control.outerHTML.slice(0, 200)}`);
    }
    return faults;

    function canBeScrolledTo(element: Element): boolean {
      for (let box = element.parentElement; box; box = box.parentElement) {
        if (/auto|scroll/.test(getComputedStyle(box).overflowX) && box.scrollWidth > box.clientWidth) return true;
      }
      return false;
    }
  });
}

/** Where less movement is asked for, nothing may move for longer than a blink. */
export function movements(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const STILL_SECONDS = 0.01;
    const faults: string[] = [];
    for (const element of document.querySelectorAll("*")) {
      const { animationName, animationDuration, transitionDuration } = getComputedStyle(element);
      const seconds = (durations: string) => Math.max(...durations.split(",").map(Number.parseFloat));
      const animated = animationName === "none" ? 0 : seconds(animationDuration);
      if (Math.max(animated, seconds(transitionDuration)) > STILL_SECONDS) faults.push(element.outerHTML.slice(0, 200));
    }
    const running = document.getAnimations().filter(({ playState }) => playState === "running");
    return [...faults, ...running.map(({ id }) => `running: ${id}`)];
  });
}

/** Where the colours are the system's, what is chosen must not be told from its neighbours by a ground that is gone. */
export function blindChoices(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const chosen = "[aria-current], [aria-pressed=true], [aria-selected=true], label:has(.sr-only:checked)";
    return [...document.querySelectorAll(chosen)]
      .filter((element) => element.checkVisibility() && element !== document.activeElement)
      .filter((element) => {
        const { outlineStyle, outlineWidth } = getComputedStyle(element);
        return outlineStyle === "none" || Number.parseFloat(outlineWidth) < 2;
      })
      .map((element) => element.outerHTML.slice(0, 200));
  });
}
