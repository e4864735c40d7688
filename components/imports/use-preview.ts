"use client";

import { useEffect, useState } from "react";
import type { ImportOptions } from "@/lib/schemas/import-options";
import type { ImportPreview } from "@/lib/schemas/import-preview";
import { postJson } from "./api-call";

const PAUSE_MS = 250;

/** How the first rows would be read under options that are being chosen; the last answer stays until the next one. */
export function usePreview(importId: number, options: Partial<ImportOptions>): ImportPreview | null {
  const [preview, setPreview] = useState<ImportPreview | null>(null);
  const asked = JSON.stringify(options);
  useEffect(() => {
    let isStale = false;
    const timer = setTimeout(async () => {
      const answer = await postJson<ImportPreview>(`/api/v1/imports/${importId}/preview`, JSON.parse(asked), "");
      if (!isStale && answer.ok) setPreview(answer.result);
    }, PAUSE_MS);
    return () => {
      isStale = true;
      clearTimeout(timer);
    };
  }, [importId, asked]);
  return preview;
}
