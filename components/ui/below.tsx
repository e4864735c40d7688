"use client";

import { type ReactNode, useRef } from "react";
import { useShownWhenIdle } from "./use-shown-when-idle";

/** A part of a page below what one sees first: laid out when somebody comes near, or in an idle moment. */
export function Below({ children }: Readonly<{ children: ReactNode }>) {
  const part = useRef<HTMLDivElement>(null);
  useShownWhenIdle(part);
  return (
    <div ref={part} className="below">
      {children}
    </div>
  );
}
