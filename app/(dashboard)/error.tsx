"use client";

import { PageFailed } from "@/components/shell/page-failed";

export default function DashboardError({ error, retry }: Readonly<{ error: unknown; retry: () => void }>) {
  return <PageFailed error={error} retry={retry} />;
}
