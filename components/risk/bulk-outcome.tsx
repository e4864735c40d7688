"use client";

import { useRouter } from "next/navigation";
import { useActionState, useEffect, useRef, useState } from "react";
import { FormProblem } from "@/components/forms/form-problem";
import { ProgressBar } from "@/components/ui/progress-bar";
import { SubmitButton } from "@/components/ui/submit-button";
import type { ServerAction } from "@/lib/http/action-state";

type BulkOutcomeProps = Readonly<{
  started: Readonly<{ id: number; jobId: string }>;
  undo: ServerAction<Readonly<{ jobId: string }>>;
  words: Readonly<Record<string, string>>;
}>;

type JobState = "queued" | "running" | "succeeded" | "failed" | "cancelled";
type Job = Readonly<{ state: JobState; progress: Readonly<{ done: number; total: number }> }>;

const ASK_MS = 700;

/** How far a change of many customers is; when it is done, a way to take it back. */
export function BulkOutcome({ started, undo, words }: BulkOutcomeProps) {
  const [undone, submit] = useActionState(undo, null);
  const taking = undone?.ok === true;
  const job = useJob(taking ? undone.result.jobId : started.jobId);
  const box = useRef<HTMLDivElement>(null);
  const over = job !== null && job.state !== "queued" && job.state !== "running";
  return (
    <div
      ref={box}
      role="status"
      tabIndex={-1}
      className="no-print mt-3 grid gap-2 rounded-md border border-line bg-sunken px-4 py-3 text-base outline-none"
    >
      {over ? (
        <div className="flex flex-wrap items-center gap-3">
          <span>{words[job.state !== "succeeded" ? "failed" : taking ? "undone" : "done"]}</span>
          {job.state === "succeeded" && !taking ? (
            <form action={submit} onSubmit={() => box.current?.focus()}>
              <input type="hidden" name="id" value={started.id} />
              <SubmitButton size="sm" variant="secondary">
                {words.undo}
              </SubmitButton>
            </form>
          ) : null}
        </div>
      ) : (
        <ProgressBar
          label={words.progress ?? ""}
          done={job?.progress.done ?? 0}
          total={job?.progress.total || undefined}
        >
          {words.progress}
        </ProgressBar>
      )}
      <FormProblem state={undone} />
    </div>
  );
}

/** The job's state, asked again and again until it is over; then the list is drawn anew. */
function useJob(jobId: string): Job | null {
  const router = useRouter();
  const [answer, setAnswer] = useState<Readonly<{ jobId: string; job: Job }> | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    let stopped = false;
    async function ask() {
      const response = await fetch(`/api/v1/jobs/${jobId}`).catch(() => null);
      const job = response?.ok ? ((await response.json()) as Job) : null;
      if (stopped) return;
      if (job) setAnswer({ jobId, job });
      if (job && job.state !== "queued" && job.state !== "running") router.refresh();
      else timer = setTimeout(ask, ASK_MS);
    }
    ask();
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }, [jobId, router]);
  return answer?.jobId === jobId ? answer.job : null;
}
