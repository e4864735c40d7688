"use client";

import { type ReactNode, useId, useState } from "react";
import { createPortal } from "react-dom";
import { type ButtonSize, type ButtonVariant, buttonClass } from "./button-class";
import { showInFront } from "./show-in-front";

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

/**
 * A question in the way of everything else: for what cannot be undone, or a short form. The browser's own: it keeps the
 * focus inside, closes on Escape and gives the focus back. Its contents begin anew each time it opens.
 */
export function Dialog({ trigger, triggerVariant, triggerSize, title, description, children }: DialogProps) {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        className={buttonClass(triggerVariant, triggerSize)}
        onClick={() => setOpen(true)}
      >
        {trigger}
      </button>
      {isOpen
        ? createPortal(
            <dialog
              ref={showInFront}
              closedby="any"
              aria-labelledby={`${id}-title`}
              aria-describedby={description ? `${id}-description` : undefined}
              onClose={() => setOpen(false)}
              className="dialog m-auto grid max-h-[calc(100dvh-2rem)] w-[30rem] max-w-[calc(100vw-2rem)] gap-4 overflow-y-auto rounded-md border border-line bg-raised p-5 text-ink shadow-float backdrop:bg-black/35"
            >
              <div className="grid gap-1">
                <h2 id={`${id}-title`} className="text-lg font-semibold">
                  {title}
                </h2>
                {description ? (
                  <p id={`${id}-description`} className="text-base text-muted">
                    {description}
                  </p>
                ) : null}
              </div>
              {children}
            </dialog>,
            document.body,
          )
        : null}
    </>
  );
}

/** Closes the dialog it stands in without doing anything. Where it stands in the place of a form, it takes the focus that had. */
export function DialogClose({ children, takesFocus }: Readonly<{ children: ReactNode; takesFocus?: true }>) {
  return (
    <button
      ref={takesFocus ? focus : undefined}
      type="button"
      className={buttonClass("secondary")}
      onClick={(event) => event.currentTarget.closest("dialog")?.close()}
    >
      {children}
    </button>
  );
}

function focus(element: HTMLElement | null): void {
  element?.focus();
}
