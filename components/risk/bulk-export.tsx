"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";

type BulkExportProps = Readonly<{
  /** Those who are selected; null: everyone whom the filter leaves. */
  externalIds: readonly string[] | null;
  filter: Readonly<Record<string, string>>;
  words: Readonly<Record<string, string>>;
}>;

/** By then the browser has the file. */
const KEEP_MS = 60_000;
const ADDRESS = "/api/v1/customers.csv";

/** The customers that a change would be about, as a file: a filter is streamed by the browser, a selection is asked for. */
export function BulkExport({ externalIds, filter, words }: BulkExportProps) {
  const [failed, setFailed] = useState(false);

  async function save() {
    setFailed(false);
    if (externalIds === null) {
      download(`${ADDRESS}?${new URLSearchParams(filter)}`);
      return;
    }
    const sort = filter.sort ? { sort: filter.sort } : {};
    const answer = await fetch(ADDRESS, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ externalIds, ...sort }),
    }).catch(() => null);
    if (!answer?.ok) {
      setFailed(true);
      return;
    }
    const file = URL.createObjectURL(await answer.blob());
    download(file);
    setTimeout(() => URL.revokeObjectURL(file), KEEP_MS);
  }
  return (
    <>
      <Button size="sm" onClick={save}>
        {words.export}
      </Button>
      <span role="status" className="text-sm text-critical empty:hidden">
        {failed ? words.exportFailed : ""}
      </span>
    </>
  );
}

function download(address: string): void {
  const link = document.createElement("a");
  link.href = address;
  link.download = "customers.csv";
  link.click();
}
