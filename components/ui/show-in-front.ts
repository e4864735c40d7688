/** Opens a dialog as soon as it is in the document: in front of everything, with the focus kept inside. */
export function showInFront(dialog: HTMLDialogElement | null): void {
  if (dialog && !dialog.open) dialog.showModal();
}
