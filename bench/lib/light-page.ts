import lighthouse from "lighthouse";
import { median } from "./machine";

/** What Lighthouse's phone profile says of a page: scores of 100, times in milliseconds, scripts in compressed kilobytes. */
export type PageQuality = Readonly<{
  performance: number;
  accessibility: number;
  bestPractices: number;
  lcpMs: number;
  cls: number;
  tbtMs: number;
  jsKb: number;
  /** How fast Lighthouse found this machine meanwhile; it slows whatever it finds to a quarter. */
  benchmarkIndex: number;
  faults: readonly string[];
}>;

const RUNS = 5;
const CATEGORIES = ["performance", "accessibility", "best-practices"] as const;

type Report = NonNullable<Awaited<ReturnType<typeof lighthouse>>>["lhr"];

/** Opens a page with Lighthouse five times, each in a fresh cache, and takes the middle of every figure. */
export async function lightPage(
  url: string,
  browser: Readonly<{ port: number; cookie?: string }>,
): Promise<PageQuality> {
  const reports: Report[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    reports.push(await lightOnce(url, browser));
  }
  const middle = (figure: (report: Report) => number) => median(reports.map(figure));
  return {
    performance: middle((report) => scoreOf(report, "performance")),
    accessibility: middle((report) => scoreOf(report, "accessibility")),
    bestPractices: middle((report) => scoreOf(report, "best-practices")),
    lcpMs: Math.round(middle((report) => figureOf(report, "largest-contentful-paint"))),
    cls: middle((report) => figureOf(report, "cumulative-layout-shift")),
    tbtMs: Math.round(middle((report) => figureOf(report, "total-blocking-time"))),
    jsKb: Math.round(middle(scriptKilobytes)),
    benchmarkIndex: Math.round(middle((report) => report.environment.benchmarkIndex)),
    faults: [...new Set(reports.flatMap(faultsOf))],
  };
}

/** A browser that is busy sometimes loses the beginning of a recording: then once more. */
async function lightOnce(url: string, { port, cookie }: Readonly<{ port: number; cookie?: string }>): Promise<Report> {
  let fault = "it says nothing";
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const extraHeaders = cookie === undefined ? null : { cookie };
    const result = await lighthouse(url, { port, onlyCategories: [...CATEGORIES], extraHeaders, logLevel: "error" });
    if (result && !result.lhr.runtimeError) return result.lhr;
    fault = result?.lhr.runtimeError?.message ?? fault;
  }
  throw new Error(`Lighthouse on ${url}: ${fault}`);
}

function scoreOf(report: Report, category: (typeof CATEGORIES)[number]): number {
  return Math.round((report.categories[category]?.score ?? Number.NaN) * 100);
}

function figureOf(report: Report, audit: string): number {
  return report.audits[audit]?.numericValue ?? Number.NaN;
}

function scriptKilobytes(report: Report): number {
  const details = report.audits["network-requests"]?.details;
  if (details?.type !== "table") return Number.NaN;
  const scripts = details.items.filter((item) => item.resourceType === "Script");
  return scripts.reduce((sum, item) => sum + Number(item.transferSize), 0) / 1024;
}

/** Accessibility and best practices: what is not perfect, by name. */
function faultsOf(report: Report): string[] {
  const ids = (["accessibility", "best-practices"] as const).flatMap((category) =>
    (report.categories[category]?.auditRefs ?? []).filter(({ weight }) => weight > 0).map(({ id }) => id),
  );
  return ids.filter((id) => {
    const score = report.audits[id]?.score;
    return score !== null && score !== undefined && score < 1;
  });
}
