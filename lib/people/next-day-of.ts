/**
 * The day on which a yearly day comes next: this year's or next year's, never before it first happened. The 29th of
 * February comes on the 28th in years that lack it.
 * @param happensOn and today are ISO dates
 */
export function nextDayOf(happensOn: string, today: string): string {
  const first = Math.max(Number(happensOn.slice(0, 4)), Number(today.slice(0, 4)));
  const thisYear = inYear(happensOn, first);
  return thisYear >= today ? thisYear : inYear(happensOn, first + 1);
}

function inYear(isoDate: string, year: number): string {
  const day = isoDate.slice(4);
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return `${year}${day === "-02-29" && !isLeap ? "-02-28" : day}`;
}
