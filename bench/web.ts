import { parseArgs } from "node:util";
import { chromium } from "@playwright/test";
import { findOrganisationBySlug } from "@/lib/organisations/find-organisation-by-slug";
import { SAMPLE_ORGANISATION } from "@/lib/sample/sample-organisation";
import { CHROMIUM_FLAGS } from "@/scripts/cli/lib/chromium-flags";
import { lightPage } from "./lib/light-page";
import { makeLongJourney, openLongJourney } from "./lib/long-journey";
import { describeMachine, peakMemoryMb } from "./lib/machine";
import { signedInCookie } from "./lib/signed-in-cookie";

/**
 * Leaderboard and customer page of the sample organisation, as production serves them, through Lighthouse's phone
 * profile, beside the page to sign in, which is next to nothing but the framework; and how soon a journey of 20,000
 * touchpoints is drawn, and how smoothly it is dragged, on a desk's screen.
 * @param args `--address` of the demo's server on the database of this process, `--chromium` its path, `--debug-port`
 *   a free port for the browser
 */
export async function benchWeb(args: readonly string[]): Promise<object> {
  const text = { type: "string" } as const;
  const options = { address: text, chromium: text, "debug-port": text };
  const { values } = parseArgs({ args: [...args], strict: false, options });
  const address = String(values.address);
  const port = Number(values["debug-port"]);
  const { id } = await findOrganisationBySlug(SAMPLE_ORGANISATION.slug);
  const cookie = await signedInCookie(address);
  // Before there is the long journey, which would be first: it has figures of its own.
  const customer = await firstCustomer(address, cookie);
  const longJourney = await makeLongJourney(id);
  const browser = await chromium.launch({
    executablePath: String(values.chromium),
    args: [...CHROMIUM_FLAGS, `--remote-debugging-port=${port}`],
  });
  try {
    const signIn = await lightPage(`${address}/sign-in`, { port });
    const leaderboard = await lightPage(`${address}/risk`, { port, cookie });
    const customerPage = await lightPage(`${address}/customers/${customer}`, { port, cookie });
    const journey = await openLongJourney(browser, `${address}/customers/${longJourney}`, cookie);
    return {
      bench: "web",
      ratios: { leaderboard, customer: customerPage },
      product: { journey },
      reference: { signIn },
      peakMemoryMb: peakMemoryMb(),
      machine: await describeMachine(),
    };
  } finally {
    await browser.close();
  }
}

/** The external id of whoever is most likely to leave. */
async function firstCustomer(address: string, cookie: string): Promise<string> {
  const response = await fetch(`${address}/risk`, { headers: { cookie } });
  const found = /href="\/customers\/([^"?]+)"/.exec(await response.text());
  if (!found?.[1]) throw new Error("There is no customer on the leaderboard.");
  return found[1];
}
