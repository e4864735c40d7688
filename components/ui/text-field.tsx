import { type ComponentProps, type ReactNode, useId } from "react";
import { describedBy, Field } from "./field";
import { Input } from "./input";

type TextFieldProps = Readonly<ComponentProps<"input"> & { label: ReactNode; hint?: ReactNode; error?: ReactNode }>;

/** A labelled one-line input: `<TextField label="E-mail" name="email" type="email" error={…} />`. */
export function TextField({ label, hint, error, id, ...rest }: TextFieldProps) {
  const ownId = useId();
  const controlId = id ?? ownId;
  return (
    <Field id={controlId} label={label} hint={hint} error={error}>
      <Input
        {...rest}
        id={controlId}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(controlId, { hint, error })}
      />
    </Field>
  );
}
