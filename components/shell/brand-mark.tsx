/** Two lines that set out together, part, and are about to meet again: a flame. Decorative, the name stands beside it. */
export function BrandMark({ className = "size-6" }: Readonly<{ className?: string }>) {
  return (
    <svg
      viewBox="0 0 24 24"
      fill="none"
      strokeWidth="2.4"
      strokeLinecap="round"
      aria-hidden="true"
      className={className}
    >
      <path d="M11 21.5C3.6 18.4 5.4 12.2 9.4 9 12.6 6.5 14 4.6 13.6 2.2" stroke="currentColor" />
      <path d="M11 21.5C19.6 20.3 20.6 13.8 17.4 10.2 16 8.6 15.4 7.4 15.6 5.6" className="stroke-at-risk" />
    </svg>
  );
}
