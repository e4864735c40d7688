"use client";

import { PageFailed } from "@/components/shell/page-failed";

export default function RootError({ error, retry }: Readonly<{ error: unknown; retry: () => void }>) {
  return (
    <main className="max-w-2xl px-5 py-16 sm:px-10">
      <PageFailed error={error} retry={retry} />
    </main>
  );
}
