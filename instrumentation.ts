/** Next calls this once when the server starts: the worker lives inside the web process unless DATABASE_URL is shared by others. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { onServerStart } = await import("@/lib/jobs/on-server-start");
  await onServerStart();
}
