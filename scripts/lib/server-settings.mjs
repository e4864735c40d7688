import { statfsSync } from "node:fs";
import { join } from "node:path";

/** sockaddr_un holds 108 bytes on Linux and 104 on macOS, with the closing zero. */
const LONGEST_SOCKET_PATH_BYTES = 103;
const ROOMY_SHARED_MEMORY_BYTES = 256 * 1024 * 1024;

/** Gives up durability for speed; for databases that are thrown away. */
const THROWAWAY = { fsync: "off", full_page_writes: "off", synchronous_commit: "off" };

/**
 * The settings of the embedded server as arguments of `postgres`.
 *
 * @param {{ cluster: string, port: number, throwaway?: boolean }} options
 */
export function serverArguments({ cluster, port, throwaway = false }) {
  const settings = {
    listen_addresses: "127.0.0.1",
    port,
    unix_socket_directories: fitsSocket(cluster, port) ? cluster : "",
    max_connections: 60,
    huge_pages: "off",
    shared_buffers: "256MB",
    effective_cache_size: "1GB",
    maintenance_work_mem: "128MB",
    work_mem: "16MB",
    dynamic_shared_memory_type: hasRoomySharedMemory() ? "posix" : "mmap",
    random_page_cost: 1.1,
    jit: "off",
    max_wal_size: "2GB",
    synchronous_commit: "on",
    timezone: "UTC",
    log_timezone: "UTC",
    log_line_prefix: "%m [%p] ",
    ...(throwaway ? THROWAWAY : {}),
  };
  return ["-D", cluster, ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`])];
}

function fitsSocket(cluster, port) {
  if (process.platform === "win32" || cluster.includes(",")) return false;
  return Buffer.byteLength(join(cluster, `.s.PGSQL.${port}`)) <= LONGEST_SOCKET_PATH_BYTES;
}

/** Containers often have 64 MB of /dev/shm, too little for parallel queries. */
function hasRoomySharedMemory() {
  if (process.platform !== "linux") return true;
  try {
    const { blocks, bsize } = statfsSync("/dev/shm");
    return blocks * bsize >= ROOMY_SHARED_MEMORY_BYTES;
  } catch {
    return false;
  }
}
