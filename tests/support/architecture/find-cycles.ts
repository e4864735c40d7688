import type { ImportEdge } from "./import-graph";

/** Groups of files that import each other in a circle (strongly connected components, by Tarjan's algorithm). */
export function findCycles(edges: readonly ImportEdge[]): string[][] {
  const next = new Map<string, string[]>();
  for (const { from, to, isPackage } of edges) {
    if (!isPackage) next.set(from, [...(next.get(from) ?? []), to]);
  }
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const path: string[] = [];
  const cycles: string[][] = [];
  for (const file of next.keys()) if (!order.has(file)) visit(file);
  return cycles;

  function visit(file: string): number {
    const index = order.size;
    let low = index;
    order.set(file, index);
    path.push(file);
    for (const to of next.get(file) ?? []) {
      if (!order.has(to)) low = Math.min(low, visit(to));
      else if (path.includes(to)) low = Math.min(low, order.get(to) ?? index);
    }
    lowest.set(file, low);
    if (low === index) {
      const group = path.splice(path.indexOf(file));
      if (group.length > 1 || next.get(file)?.includes(file)) cycles.push(group);
    }
    return low;
  }
}
