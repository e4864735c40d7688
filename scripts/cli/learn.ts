import type { LearningMessage, LearningOrder } from "@/lib/models/learn-apart";
import { trainOnPanel } from "@/lib/scoring/learning/train-on-panel";

/** The process that learns: it gets one order from the one that started it, says how far it is, answers and ends. */
process.once("message", ({ input, options }: LearningOrder) => {
  const say = (message: LearningMessage, then?: () => void) => process.send?.(message, undefined, undefined, then);
  const model = trainOnPanel(input, { ...options, report: (text) => say({ type: "progress", text }) });
  say({ type: "done", model }, () => process.disconnect());
});
