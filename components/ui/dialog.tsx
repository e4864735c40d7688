"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import type { ReactNode } from "react";
import { type ButtonSize, type ButtonVariant, buttonClass } from "./button-class";

type DialogProps = Readonly<{
  /** What stands on the button that opens it. */
  trigger: ReactNode;
  triggerVariant?: ButtonVariant;
  triggerSize?: ButtonSize;
  title: ReactNode;
  description?: ReactNode;
  /** Usually a form; end it with DialogClose and a submit button. */
  children: ReactNode;
}>;

/** A question in the way of everything else: for what cannot be undone, or a short form. */
export function Dialog({ trigger, triggerVariant, triggerSize, title, description, children }: DialogProps) {
  return (
    <Base.Root>
      <Base.Trigger className={buttonClass(triggerVariant, triggerSize)}>{trigger}</Base.Trigger>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 bg-black/35 transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Base.Popup className="fixed top-1/2 left-1/2 grid max-h-[calc(100dvh-2rem)] w-[30rem] max-w-[calc(100vw-2rem)] -translate-x-1/2 -translate-y-1/2 gap-4 overflow-y-auto rounded-md border border-line bg-raised p-5 text-ink shadow-float transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0">
          <div className="grid gap-1">
            <Base.Title className="text-lg font-semibold">{title}</Base.Title>
            {description ? <Base.Description className="text-base text-muted">{description}</Base.Description> : null}
          </div>
          {children}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

/** Closes the dialog it stands in without doing anything. */
export function DialogClose({ children }: Readonly<{ children: ReactNode }>) {
  return <Base.Close className={buttonClass("secondary")}>{children}</Base.Close>;
}
