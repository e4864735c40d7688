import { bandOf } from "@/lib/bands/band-of";
import { BANDS, type Band, type BandFloors } from "@/lib/bands/bands";

/** A customer's probability today and after a change; money in minor units, null while unknown. */
export type RiskBeforeAfter = Readonly<{ id: number; mrrMinor: number | null; before: number; after: number }>;

type BeforeAfter = Readonly<{ before: number; after: number }>;

export type ComparedRisks = Readonly<{
  /** Customers and their monthly revenue by band, calm first. */
  bands: readonly Readonly<{ band: Band; customers: BeforeAfter; mrrMinor: BeforeAfter }>[];
  /** Customers by risk in twentieths: 0 to below 5, 5 to below 10, … 95 to 100. */
  distribution: readonly BeforeAfter[];
  /** Monthly revenue times the probability to lose it. */
  valueAtRiskMinor: BeforeAfter;
  changed: Readonly<{ customers: number; worse: number; better: number }>;
  /** Those who change band, by how far their probability moves. */
  largest: readonly RiskBeforeAfter[];
}>;

const BINS = 20;
const MOST_NAMED = 50;

/** Counts what a change of the configuration would move. @param floorsAfter where bands begin after it, if elsewhere */
export function compareRisks(
  risks: readonly RiskBeforeAfter[],
  floors: BandFloors,
  floorsAfter: BandFloors = floors,
): ComparedRisks {
  const bands = BANDS.map((band) => ({ band, customers: pair(), mrrMinor: pair() }));
  const distribution = Array.from({ length: BINS }, pair);
  const valueAtRiskMinor = pair();
  const movers: RiskBeforeAfter[] = [];
  let worse = 0;
  for (const risk of risks) {
    const rank = {
      before: BANDS.indexOf(bandOf(risk.before, floors)),
      after: BANDS.indexOf(bandOf(risk.after, floorsAfter)),
    };
    for (const when of ["before", "after"] as const) {
      const probability = risk[when];
      const band = bands[rank[when]];
      const bin = distribution[Math.min(BINS - 1, Math.floor(probability * BINS))];
      if (!band || !bin) throw new RangeError(`A probability must be between 0 and 1, not ${probability}.`);
      band.customers[when] += 1;
      band.mrrMinor[when] += risk.mrrMinor ?? 0;
      bin[when] += 1;
      valueAtRiskMinor[when] += (risk.mrrMinor ?? 0) * probability;
    }
    if (rank.before === rank.after) continue;
    movers.push(risk);
    if (rank.after > rank.before) worse += 1;
  }
  const moved = ({ before, after }: RiskBeforeAfter) => Math.abs(after - before);
  return {
    bands,
    distribution,
    valueAtRiskMinor: { before: Math.round(valueAtRiskMinor.before), after: Math.round(valueAtRiskMinor.after) },
    changed: { customers: movers.length, worse, better: movers.length - worse },
    largest: movers.sort((a, b) => moved(b) - moved(a) || a.id - b.id).slice(0, MOST_NAMED),
  };
}

function pair() {
  return { before: 0, after: 0 };
}
