import { defineConfig } from "@playwright/test";
import { CHROMIUM_FLAGS } from "./scripts/cli/lib/chromium-flags";

/** Two checkouts can run their browser tests side by side on different ports. */
const PORT = Number(process.env.E2E_PORT ?? 3197);
/** What these change decides every score of the sample organisation: they run one after the other, and last. */
const STEERING = /(models|rules)\.spec\.ts$/;
const DESKTOP = { viewport: { width: 1440, height: 900 } };
const address = `http://127.0.0.1:${PORT}`;

/** Browser tests run on the demo: a production build, its own data folder, the sample organisation. */
export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results",
  workers: 2,
  retries: 0,
  timeout: 45_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  use: {
    baseURL: address,
    browserName: "chromium",
    colorScheme: "light",
    locale: "en-GB",
    timezoneId: "Europe/Copenhagen",
    trace: "off",
    screenshot: "only-on-failure",
    launchOptions: { executablePath: process.env.CHROMIUM_PATH || undefined, args: CHROMIUM_FLAGS },
  },
  projects: [
    { name: "desktop", testIgnore: [/\.phone\.spec\.ts$/, STEERING], use: DESKTOP },
    {
      name: "phone",
      testMatch: /\.phone\.spec\.ts$/,
      use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
    },
    { name: "steering", testMatch: STEERING, workers: 1, use: DESKTOP },
  ],
  webServer: {
    command: "node tests/support/fresh-demo.mjs",
    url: `${address}/api/health`,
    env: { PORT: String(PORT), HOST: "127.0.0.1", BASE_URL: address },
    timeout: 240_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: "SIGTERM", timeout: 20_000 },
  },
});
