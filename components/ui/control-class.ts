/** The look of text inputs, selects and text areas. */
export const CONTROL_CLASS =
  "w-full min-w-0 rounded-md border border-edge bg-raised px-3 text-base text-ink placeholder:text-faint transition-colors hover:border-muted disabled:bg-sunken disabled:text-faint aria-invalid:border-critical aria-invalid:ring-1 aria-invalid:ring-critical";
