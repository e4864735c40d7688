/**
 * A probability (0 to 1) as risk out of 100, whole: "62". Never "0" or "100": nobody is certain, so "<1" and ">99".
 */
export function formatRisk(probability: number): string {
  const percent = probability * 100;
  if (percent < 1) return "<1";
  if (percent > 99) return ">99";
  return String(Math.round(percent));
}
