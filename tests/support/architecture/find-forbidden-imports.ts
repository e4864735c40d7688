import type { ImportEdge } from "./import-graph";
import { LAYERS, type Layer } from "./layers";

/** Every import that its layer does not allow, in words. */
export function findForbiddenImports(edges: readonly ImportEdge[]): string[] {
  return edges.flatMap((edge) => {
    const layer = layerOf(edge.from);
    const isAllowed = edge.isPackage ? mayUsePackage(layer, edge) : mayImport(layer, layerOf(edge.to), edge.isTypeOnly);
    return isAllowed
      ? []
      : [`${edge.from} (${layer.name}) may not import ${edge.isTypeOnly ? "types of " : ""}${edge.to}`];
  });
}

/** @throws Error for a file of no layer: a new place needs a decision, not a default */
export function layerOf(path: string): Layer {
  const layer = LAYERS.find(({ pattern }) => pattern.test(path));
  if (!layer) throw new Error(`${path} belongs to no layer of tests/support/architecture/layers.ts.`);
  return layer;
}

function mayImport(from: Layer, to: Layer, isTypeOnly: boolean): boolean {
  if (from === to || from.imports.includes(to.name)) return true;
  return isTypeOnly && (from.types ?? []).includes(to.name);
}

function mayUsePackage(layer: Layer, { to, isTypeOnly }: ImportEdge): boolean {
  return isTypeOnly ? layer.name !== "pure" : layer.packages.test(to);
}
