import { fork } from "node:child_process";
import { setPriority } from "node:os";
import { join } from "node:path";
import type {
  TrainedModel,
  TrainingInput,
  TrainingOptions,
  UntrainedModel,
} from "@/lib/scoring/learning/train-on-panel";

export type LearningOrder = Readonly<{ input: TrainingInput; options: Omit<TrainingOptions, "report"> }>;

/** What the process that learns says. */
export type LearningMessage =
  | Readonly<{ type: "progress"; text: string }>
  | Readonly<{ type: "done"; model: TrainedModel | UntrainedModel }>;

/** Other work goes first: nobody waits for a model. */
const NICENESS = 10;

/**
 * Learns in a process of its own, so that minutes of arithmetic neither hold up the requests of this one nor outlive a
 * cancellation.
 * @throws what the signal was aborted with; Error when the process ends without an answer
 */
export async function learnApart(
  order: LearningOrder,
  onProgress: (text: string) => void,
  signal: AbortSignal,
): Promise<TrainedModel | UntrainedModel> {
  signal.throwIfAborted();
  const program = join(/* turbopackIgnore: true */ process.cwd(), "scripts", "cli", "learn.ts");
  const child = fork(program, [], { execArgv: ["--import", "tsx"], serialization: "advanced" });
  const stop = () => child.kill("SIGKILL");
  signal.addEventListener("abort", stop);
  try {
    return await new Promise((resolve, reject) => {
      child.on("message", (message: LearningMessage) => {
        if (message.type === "progress") onProgress(message.text);
        else resolve(message.model);
      });
      child.once("error", reject);
      child.once("exit", (code, killedBy) =>
        reject(signal.aborted ? signal.reason : new Error(`Learning ended with ${killedBy ?? `exit code ${code}`}`)),
      );
      child.once("spawn", () => {
        if (child.pid !== undefined) setPriority(child.pid, NICENESS);
        child.send(order);
      });
    });
  } finally {
    signal.removeEventListener("abort", stop);
    child.kill();
  }
}
