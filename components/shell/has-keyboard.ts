/** Whether letters belong to somebody already: whoever is typing, and whatever is open above the page. */
export function hasKeyboard(target: EventTarget | null): boolean {
  if (document.querySelector("[role=dialog], dialog[open]")) return true;
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return target.type !== "checkbox" && target.type !== "radio";
  return target.isContentEditable || /^(TEXTAREA|SELECT)$/.test(target.tagName);
}
