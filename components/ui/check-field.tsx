import { type ComponentProps, type ReactNode, useId } from "react";

type CheckFieldProps = Readonly<
  Omit<ComponentProps<"input">, "type"> & { label: ReactNode; hint?: ReactNode; type?: "checkbox" | "radio" }
>;

/** A checkbox or radio button with its label to the right. Group several in a `<fieldset>` with a `<legend>`. */
export function CheckField({ label, hint, id, type = "checkbox", className = "", ...rest }: CheckFieldProps) {
  const ownId = useId();
  const controlId = id ?? ownId;
  return (
    <div className={`grid grid-cols-[auto_1fr] gap-x-2.5 ${className}`}>
      <input
        {...rest}
        type={type}
        id={controlId}
        aria-describedby={hint ? `${controlId}-hint` : undefined}
        className="mt-0.5 size-4 accent-accent"
      />
      <label htmlFor={controlId} className="text-base text-ink">
        {label}
      </label>
      {hint ? (
        <p id={`${controlId}-hint`} className="col-start-2 text-sm text-muted">
          {hint}
        </p>
      ) : null}
    </div>
  );
}
