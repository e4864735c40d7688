const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/**
 * The last day of the month, quarter or year that the name of a column says: `2026-01`, `01/2026`, `Jan 2026`,
 * `January_2026`, `2026 Q1`, `Q1 2026`. A sum of a month is known at its end.
 * @returns `YYYY-MM-DD`, or undefined for another name
 */
export function monthEnd(name: string): string | undefined {
  const words = name
    .trim()
    .toLowerCase()
    .split(/[\s_./-]+/);
  const [one = "", other = ""] = words;
  if (words.length !== 2) return undefined;
  const [year, part] = isYear(one) ? [one, other] : [other, one];
  if (!isYear(year)) return undefined;
  const month = monthOf(part);
  if (month === undefined) return undefined;
  return new Date(Date.UTC(Number(year), month, 0)).toISOString().slice(0, 10);
}

function isYear(text: string): boolean {
  return /^(?:19|20)\d\d$/.test(text);
}

/** 1 to 12. */
function monthOf(text: string): number | undefined {
  const quarter = /^q([1-4])$/.exec(text)?.[1];
  if (quarter) return Number(quarter) * 3;
  if (/^\d{1,2}$/.test(text)) return Number(text) >= 1 && Number(text) <= 12 ? Number(text) : undefined;
  const index = text.length >= 3 ? MONTHS.indexOf(text.slice(0, 3)) : -1;
  return index === -1 || !FULL_MONTH.test(text) ? undefined : index + 1;
}

const FULL_MONTH =
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$/;
