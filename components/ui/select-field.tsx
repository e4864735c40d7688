import { type ComponentProps, type ReactNode, useId } from "react";
import { describedBy, Field } from "./field";
import { Select } from "./select";

type SelectFieldProps = Readonly<
  ComponentProps<typeof Select> & { label: ReactNode; hint?: ReactNode; error?: ReactNode }
>;

/** A labelled select: `<SelectField label="Role" name="role" options={[{ value, label }]} />`. */
export function SelectField({ label, hint, error, id, ...rest }: SelectFieldProps) {
  const ownId = useId();
  const controlId = id ?? ownId;
  return (
    <Field id={controlId} label={label} hint={hint} error={error}>
      <Select
        {...rest}
        id={controlId}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(controlId, { hint, error })}
      />
    </Field>
  );
}
