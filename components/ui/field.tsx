import type { ReactNode } from "react";

type FieldProps = Readonly<{
  /** The id of the control; its hint is `<id>-hint`, its error `<id>-error` (see describedBy). */
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  children: ReactNode;
}>;

/** A label, its control, a hint and what is wrong with it. */
export function Field({ id, label, hint, error, children }: FieldProps) {
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="text-sm font-medium text-ink">
        {label}
      </label>
      {children}
      {hint ? (
        <p id={`${id}-hint`} className="text-sm text-muted">
          {hint}
        </p>
      ) : null}
      {error ? (
        <p id={`${id}-error`} className="text-sm font-medium text-critical">
          {error}
        </p>
      ) : null}
    </div>
  );
}

/** The `aria-describedby` of a control in a Field. */
export function describedBy(id: string, has: Readonly<{ hint?: ReactNode; error?: ReactNode }>): string | undefined {
  const ids = [has.error ? `${id}-error` : "", has.hint ? `${id}-hint` : ""].filter(Boolean);
  return ids.length ? ids.join(" ") : undefined;
}
