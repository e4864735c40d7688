import { mergeTouchpoints, type TouchpointTarget } from "@/lib/touchpoints/merge-touchpoints";
import { TouchpointBatch } from "@/lib/touchpoints/touchpoint-batch";
import { TouchpointColumns } from "@/lib/touchpoints/touchpoint-columns";
import type { TouchpointRow } from "@/lib/touchpoints/touchpoint-row";
import type { RowCollector } from "./import-pipeline";
import { CHUNK_ROWS } from "./row-limits";

/** Collectors for one chunk after the other. The columns of a chunk that is stored are filled again by a later one. */
export function collectTouchpoints(target: TouchpointTarget): () => RowCollector<TouchpointRow> {
  const free: TouchpointColumns[] = [];
  return () => {
    const columns = free.pop() ?? new TouchpointColumns(CHUNK_ROWS);
    const batch = new TouchpointBatch(target, CHUNK_ROWS, columns);
    return {
      add: (row) => batch.add(row),
      async merge(client) {
        const result = await mergeTouchpoints(client, target, batch);
        columns.clear();
        free.push(columns);
        return result;
      },
    };
  };
}
