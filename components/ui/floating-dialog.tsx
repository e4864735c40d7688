"use client";

import { type ReactNode, useId } from "react";
import { createPortal } from "react-dom";
import { showInFront } from "./show-in-front";

type FloatingDialogProps = Readonly<{ title: string; showTitle?: true; onClose: () => void; children: ReactNode }>;

/** A dialog that is open as long as it is there, high on the page: for what a key opens. The browser's own, as Dialog is. */
export function FloatingDialog({ title, showTitle, onClose, children }: FloatingDialogProps) {
  const titleId = useId();
  return createPortal(
    <dialog
      ref={showInFront}
      closedby="any"
      aria-labelledby={titleId}
      onClose={onClose}
      className="mx-auto mt-[12dvh] mb-auto grid max-h-[76dvh] w-[34rem] max-w-[calc(100vw-2rem)] gap-4 overflow-y-auto rounded-md border border-line bg-raised p-4 text-ink shadow-float backdrop:bg-black/35 focus-visible:outline-none"
    >
      <h2 id={titleId} className={showTitle ? "text-lg font-semibold" : "sr-only"}>
        {title}
      </h2>
      {children}
    </dialog>,
    document.body,
  );
}
