/** Ends the process with a clear sentence when Node is older than 20.19. Old syntax on purpose. */
export function refuseOldNode() {
  const parts = process.versions.node.split(".").map(Number);
  if (parts[0] > 20 || (parts[0] === 20 && parts[1] >= 19)) return;
  console.error(
    `Rekindle needs Node 20.19 or newer, and this is Node ${process.versions.node}: see https://nodejs.org.`,
  );
  process.exit(1);
}
