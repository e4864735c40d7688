import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { CONTROL_CLASS } from "./control-class";

export type SelectOption = Readonly<{ value: string; label: string; disabled?: boolean }>;

type SelectProps = Readonly<Omit<ComponentProps<"select">, "children"> & { options: readonly SelectOption[] }>;

/** The browser's own select. It needs a label: use SelectField, or give it `aria-label`. */
export function Select({ options, className = "", ...rest }: SelectProps) {
  return (
    <span className={`relative inline-block w-full min-w-0 ${className}`}>
      <select {...rest} className={`${CONTROL_CLASS} h-9 appearance-none truncate pe-8`}>
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown
        aria-hidden
        className="pointer-events-none absolute top-1/2 end-2.5 size-4 -translate-y-1/2 text-faint"
      />
    </span>
  );
}
