"use client";

import { FileUp } from "lucide-react";
import { type DragEvent, type ReactNode, useId, useState } from "react";

type DropZoneProps = Readonly<{
  label: string;
  title: ReactNode;
  hint: ReactNode;
  chosen: ReactNode;
  onFile: (file: File | null) => void;
}>;

/** A place to drop a file, and the browser's own file chooser in it. */
export function DropZone({ label, title, hint, chosen, onFile }: DropZoneProps) {
  const id = useId();
  const [isOver, setIsOver] = useState(false);
  function drop(event: DragEvent) {
    event.preventDefault();
    setIsOver(false);
    onFile(event.dataTransfer.files[0] ?? null);
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the file chooser inside is for everyone
    <div
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
      className={`grid grid-cols-1 justify-items-start gap-3 rounded-md border border-dashed px-5 py-6 ${isOver ? "border-accent bg-accent-soft" : "border-edge"}`}
    >
      <p className="flex items-center gap-2 text-lg font-semibold text-ink">
        <FileUp aria-hidden className="size-5 text-muted" />
        {title}
      </p>
      <p className="measure text-base text-muted">{hint}</p>
      <label htmlFor={id} className="sr-only">
        {label}
      </label>
      <input
        id={id}
        type="file"
        accept=".csv,.tsv,.txt,.gz,.xlsx,text/csv,text/plain"
        onChange={(event) => onFile(event.target.files?.[0] ?? null)}
        className="max-w-full text-base text-ink file:me-3 file:h-9 file:cursor-pointer file:rounded-md file:border file:border-edge file:bg-raised file:px-3 file:text-ink"
      />
      {chosen ? (
        <p role="status" className="text-base font-medium text-ink">
          {chosen}
        </p>
      ) : null}
    </div>
  );
}
