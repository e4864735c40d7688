import { runHidden } from "./run-hidden.mjs";
import { step } from "./steps.mjs";

/** Makes the sample organisation with the people who can sign in to it; every step of it can be repeated. */
export async function seedDemo(env) {
  const args = ["--import", "tsx", "prisma/seed-demo.ts"];
  await step("Making the sample organisation", () => runHidden(process.execPath, args, { name: "the sample", env }));
}
