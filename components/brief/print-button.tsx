"use client";

import { Printer } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";

/** Prints the page. */
export function PrintButton({ children }: Readonly<{ children: ReactNode }>) {
  return (
    <Button size="sm" onClick={() => window.print()}>
      <Printer aria-hidden className="size-4" />
      {children}
    </Button>
  );
}
