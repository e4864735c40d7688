import { type ComponentProps, type ReactNode, useId } from "react";
import { CONTROL_CLASS } from "./control-class";
import { describedBy, Field } from "./field";

type TextAreaFieldProps = Readonly<
  ComponentProps<"textarea"> & { label: ReactNode; hint?: ReactNode; error?: ReactNode }
>;

/** A labelled input of several lines. */
export function TextAreaField({ label, hint, error, id, ...rest }: TextAreaFieldProps) {
  const ownId = useId();
  const controlId = id ?? ownId;
  return (
    <Field id={controlId} label={label} hint={hint} error={error}>
      <textarea
        rows={3}
        dir="auto"
        {...rest}
        id={controlId}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(controlId, { hint, error })}
        className={`${CONTROL_CLASS} py-2`}
      />
    </Field>
  );
}
