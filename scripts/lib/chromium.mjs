import { existsSync } from "node:fs";
import { LaunchFailure } from "./launch-failure.mjs";
import { runHidden } from "./run-hidden.mjs";
import { step } from "./steps.mjs";

const USUAL_PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/**
 * The browser for the tests: CHROMIUM_PATH, else where systems put it; root on Debian or Ubuntu gets it installed.
 *
 * @returns {Promise<string>} its path.
 * @throws LaunchFailure saying how to get one.
 */
export async function findChromium() {
  const wanted = process.env.CHROMIUM_PATH;
  if (wanted) {
    if (existsSync(wanted)) return wanted;
    throw new LaunchFailure(`CHROMIUM_PATH is ${wanted}, and there is no such file.`);
  }
  const found = USUAL_PLACES.find((path) => existsSync(path)) ?? (await installChromium());
  if (found) return found;
  throw new LaunchFailure(
    "There is no Chromium for the browser tests: install it (Debian: apt-get install chromium), or set CHROMIUM_PATH to one.",
  );
}

async function installChromium() {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return undefined;
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  await step("Installing Chromium", async () => {
    await runHidden("apt-get", ["update"], { name: "apt-get update", env });
    await runHidden("apt-get", ["install", "-y", "--no-install-recommends", "chromium"], {
      name: "apt-get install",
      env,
    });
  });
  return USUAL_PLACES.find((path) => existsSync(path));
}
