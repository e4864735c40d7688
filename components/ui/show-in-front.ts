/**
 * Opens a dialog as soon as it is in the document: in front of everything, with the focus kept inside. One that goes with
 * what it was about is closed first: then the focus is back there, and not at the page's start.
 */
export function showInFront(dialog: HTMLDialogElement): () => void {
  if (!dialog.open) dialog.showModal();
  return () => {
    if (!dialog.open) return;
    // Nobody closed it: what is done then must not be done to whatever has come in its place.
    dialog.addEventListener("close", (event) => event.stopImmediatePropagation(), { capture: true, once: true });
    dialog.close();
  };
}
