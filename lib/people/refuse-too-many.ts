import { AppError } from "@/lib/errors";
import { MOST_FACTS } from "@/lib/schemas/people";

/** @throws AppError unprocessable when a customer has as many as can be kept */
export function refuseTooMany(count: number): void {
  if (count >= MOST_FACTS) {
    throw new AppError("unprocessable", `There are ${MOST_FACTS} already: remove one first.`, {
      issues: [{ code: "too-many", message: `There are ${MOST_FACTS} already: remove one first.` }],
    });
  }
}
