export interface Random {
  /** Uniform in [0, 1). */
  readonly uniform: () => number;
  readonly between: (low: number, high: number) => number;
  /** Uniform integer from low to high, both included. */
  readonly integer: (low: number, high: number) => number;
  readonly chance: (probability: number) => boolean;
  readonly choice: <T>(items: readonly T[]) => T;
  readonly weighted: <T>(items: readonly T[], weightOf: (item: T) => number) => T;
  readonly normal: (mean: number, standardDeviation: number) => number;
  /** Log-normal by its median and the standard deviation of its logarithm. */
  readonly logNormal: (median: number, sigma: number) => number;
  readonly poisson: (mean: number) => number;
  readonly gamma: (shape: number, mean: number) => number;
}

/**
 * A seeded generator of random numbers: the same seed and stream give the same numbers on every machine.
 * Streams of one seed are independent, so that a change to one customer leaves the others as they were.
 */
export function createRandom(seed: number, stream = 0): Random {
  const uniform = sfc32(seed, stream);
  const between = (low: number, high: number) => low + (high - low) * uniform();
  const integer = (low: number, high: number) => low + Math.floor(uniform() * (high - low + 1));
  const normal = (mean: number, standardDeviation: number) => mean + standardDeviation * standardNormal(uniform);
  return {
    uniform,
    between,
    integer,
    normal,
    chance: (probability) => uniform() < probability,
    choice: (items) => itemAt(items, Math.floor(uniform() * items.length)),
    weighted: (items, weightOf) => weightedItem(items, weightOf, uniform()),
    logNormal: (median, sigma) => median * Math.exp(normal(0, sigma)),
    poisson: (mean) => poisson(mean, uniform),
    gamma: (shape, mean) => (gamma(shape, uniform) * mean) / shape,
  };
}

/** sfc32 of PractRand (public domain): 128 bits of state, here filled from seed and stream and then warmed up. */
function sfc32(seed: number, stream: number): () => number {
  let a = seed | 0;
  let b = stream | 0;
  let c = 0x9e3779b9 | 0;
  let counter = 1;
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return (sum >>> 0) / 4294967296;
  };
  for (let round = 0; round < 15; round++) next();
  return next;
}

function itemAt<T>(items: readonly T[], index: number): T {
  const item = items[index];
  if (item === undefined) throw new RangeError("cannot choose from an empty list");
  return item;
}

function weightedItem<T>(items: readonly T[], weightOf: (item: T) => number, uniform: number): T {
  const total = items.reduce((sum, item) => sum + weightOf(item), 0);
  let rest = uniform * total;
  for (const item of items) {
    rest -= weightOf(item);
    if (rest < 0) return item;
  }
  return itemAt(items, items.length - 1);
}

/** Box and Muller (1958); the second value is thrown away so that no state is kept. */
function standardNormal(uniform: () => number): number {
  const radius = Math.sqrt(-2 * Math.log(1 - uniform()));
  return radius * Math.cos(2 * Math.PI * uniform());
}

/** Knuth's product of uniforms: meant for the small means of a week's touchpoints. */
function poisson(mean: number, uniform: () => number): number {
  if (!(mean >= 0 && mean <= 50)) throw new RangeError(`the mean must lie in [0, 50], not ${mean}`);
  const limit = Math.exp(-mean);
  let product = uniform();
  let count = 0;
  while (product > limit) {
    product *= uniform();
    count++;
  }
  return count;
}

/** Marsaglia and Tsang (2000), for shapes of at least 1. */
function gamma(shape: number, uniform: () => number): number {
  if (!(shape >= 1)) throw new RangeError(`the shape must be at least 1, not ${shape}`);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = standardNormal(uniform);
    const v = (1 + c * x) * (1 + c * x) * (1 + c * x);
    if (v > 0 && Math.log(1 - uniform()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}
