import { resolve } from "node:path";
import { LaunchFailure } from "./launch-failure.mjs";
import { ROOT } from "./paths.mjs";

/** The data folder that the environment asks for. */
export function dataDir(fallback = ".data") {
  return process.env.DATA_DIR ? resolve(process.env.DATA_DIR) : resolve(ROOT, fallback);
}

/**
 * The environment of everything that the launcher runs.
 *
 * @param {{ folder: { path: string, secrets: { authSecret: string } }, url: string }} place
 */
export function commandEnvironment({ folder, url }, extra = {}) {
  return {
    ...process.env,
    DATABASE_URL: url,
    DATA_DIR: folder.path,
    BETTER_AUTH_SECRET: process.env.BETTER_AUTH_SECRET || folder.secrets.authSecret,
    BETTER_AUTH_TELEMETRY: "0",
    NEXT_TELEMETRY_DISABLED: "1",
    INIT_CWD: process.env.INIT_CWD ?? process.cwd(),
    ...extra,
  };
}

/**
 * Where the web server listens.
 *
 * @returns {{ host: string, port: number, address: string }} `address` is how this machine reaches it.
 */
export function listenAddress() {
  const host = process.env.HOST || "127.0.0.1";
  const wanted = process.env.PORT || "3000";
  const port = Number(wanted);
  if (!/^\d+$/.test(wanted) || port < 1 || port > 65_535) {
    throw new LaunchFailure(`PORT must be a whole number from 1 to 65535, and it is “${wanted}”.`);
  }
  const reached = ["0.0.0.0", "::"].includes(host) ? "127.0.0.1" : host;
  return { host, port, address: `http://${reached.includes(":") ? `[${reached}]` : reached}:${port}` };
}
