import { ByteArena } from "@/lib/touchpoints/byte-arena";
import { mergeTouchpoints, type TouchpointTarget } from "@/lib/touchpoints/merge-touchpoints";
import { TouchpointBatch } from "@/lib/touchpoints/touchpoint-batch";
import { TouchpointColumns } from "@/lib/touchpoints/touchpoint-columns";
import type { TouchpointRow } from "@/lib/touchpoints/touchpoint-row";
import type { RowCollector } from "./import-pipeline";
import { CHUNK_ROWS } from "./row-limits";

/** What 10,000 touchpoints with ids are encoded into. */
const USUAL_CHUNK_BYTES = 1_200_000;

/** Collectors for one chunk after the other. What a chunk was kept in is filled again by a later one, when it is stored. */
export function collectTouchpoints(target: TouchpointTarget): () => RowCollector<TouchpointRow> {
  const free: { columns: TouchpointColumns; arena: ByteArena }[] = [];
  return () => {
    const room = free.pop() ?? {
      columns: new TouchpointColumns(CHUNK_ROWS),
      arena: new ByteArena(USUAL_CHUNK_BYTES),
    };
    const batch = new TouchpointBatch(target, CHUNK_ROWS, room.columns);
    return {
      add: (row) => batch.add(row),
      get keys() {
        return batch.unsettled.length === 0 ? batch.sorted().beginnings : undefined;
      },
      async merge(client) {
        const result = await mergeTouchpoints(client, target, batch, room.arena);
        room.columns.clear();
        free.push(room);
        return result;
      },
    };
  };
}
