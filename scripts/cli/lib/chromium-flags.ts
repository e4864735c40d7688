/**
 * How Chromium is started for tests and screenshots: also as root and in a container, and silent on a closed network,
 * where its own look-ups would only wait for their time-outs.
 */
export const CHROMIUM_FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
