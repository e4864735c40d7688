import { createServer } from "node:net";

/**
 * Tries to listen on an address for a moment.
 *
 * @param {number} port 0 asks the system for a free one.
 * @returns {Promise<number>} the port.
 * @throws the system's error, as EADDRINUSE or EACCES.
 */
export function tryPort(port, host = "127.0.0.1") {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen({ port, host, exclusive: true }, () => {
      const { port: given } = server.address();
      server.close(() => resolve(given));
    });
  });
}
