import type { Band } from "@/lib/bands/bands";

/** From a quiet ring to a solid octagon: the shapes differ without colour, and grow heavier along the ramp. */
const SHAPES: Readonly<Record<Band, Readonly<{ tone: string; shape: React.ReactNode }>>> = {
  calm: {
    tone: "text-calm",
    shape: <circle cx="8" cy="8" r="4.75" fill="none" stroke="currentColor" strokeWidth="2.5" />,
  },
  watch: { tone: "text-watch", shape: <path d="M8 1.5 14.5 8 8 14.5 1.5 8Z" fill="currentColor" /> },
  "at-risk": { tone: "text-at-risk", shape: <path d="M8 1.5 15.2 14.2H.8Z" fill="currentColor" /> },
  critical: { tone: "text-critical", shape: <path d="M5 1h6l4 4v6l-4 4H5l-4-4V5Z" fill="currentColor" /> },
};

type BandMarkProps = Readonly<{ band: Band; className?: string }>;

/** The shape and colour of a band. It says nothing by itself: its word stands beside it. */
export function BandMark({ band, className = "size-3" }: BandMarkProps) {
  const { tone, shape } = SHAPES[band];
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true" className={`shrink-0 ${tone} ${className}`}>
      {shape}
    </svg>
  );
}
