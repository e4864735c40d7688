import type { Metric } from "@/lib/scoring/evaluation/predictions";

/** Share of the customers called at risk that then broke up; NaN when nobody is called. */
export function precisionFrom(floor: number): Metric {
  return (predictions, counts) => {
    const { called, caught } = countCalled(floor, predictions, counts);
    return caught / called;
  };
}

/** Share of the break-ups that had been called; NaN without break-ups. */
export function recallFrom(floor: number): Metric {
  return (predictions, counts) => {
    const { caught, breakUps } = countCalled(floor, predictions, counts);
    return caught / breakUps;
  };
}

function countCalled(floor: number, ...[predictions, counts]: Parameters<Metric>) {
  const { rows, order, probabilities, outcomes } = predictions;
  let called = 0;
  let caught = 0;
  let breakUps = 0;
  for (let at = 0; at < rows; at++) {
    const count = counts[order[at] as number] as number;
    const isCalled = (probabilities[at] as number) >= floor;
    if (isCalled) called += count;
    if (outcomes[at] !== 1) continue;
    breakUps += count;
    if (isCalled) caught += count;
  }
  return { called, caught, breakUps };
}
