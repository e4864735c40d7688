import { useTranslations } from "next-intl";
import type { ActionState } from "@/lib/http/action-state";
import { fieldError, typedValue } from "./field-error";

type FieldProps = Readonly<{ name: string; defaultValue: string; error: string | undefined }>;

/** The props of a field by its name: what was typed, or else what was there in the first place, and what is wrong with it. */
export function useFields(state: ActionState<unknown>): (name: string, initial?: string) => FieldProps {
  const errors = useTranslations("errors");
  return (name, initial) => ({
    name,
    defaultValue: typedValue(state, name, initial),
    error: fieldError(state, name, errors),
  });
}
