"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import type { ReactNode } from "react";

type FloatingDialogProps = Readonly<{ title: string; showTitle?: true; onClose: () => void; children: ReactNode }>;

/** A dialog that is open as long as it is there, high on the page: for what a key opens. */
export function FloatingDialog({ title, showTitle, onClose, children }: FloatingDialogProps) {
  return (
    <Base.Root open onOpenChange={(open) => (open ? undefined : onClose())}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-black/35" />
        <Base.Popup className="fixed top-[12dvh] left-1/2 z-50 grid max-h-[76dvh] w-[34rem] max-w-[calc(100vw-2rem)] -translate-x-1/2 gap-4 overflow-y-auto rounded-md border border-line bg-raised p-4 text-ink shadow-float">
          <Base.Title className={showTitle ? "text-lg font-semibold" : "sr-only"}>{title}</Base.Title>
          {children}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
