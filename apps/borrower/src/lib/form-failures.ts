import type { Failure } from "@daichao/client";
import { toFailure, toFailures } from "@daichao/client";
import { useFailureText } from "@daichao/ui/i18n";
import { useCallback, useState } from "react";

export interface FormFailures<Field extends string> {
  /** The sentence for a field, if the last try was refused because of it. */
  readonly of: (field: Field) => string | undefined;
  /** The sentence that belongs to no field of this form. */
  readonly form: string | null;
  readonly failure: Failure | null;
  readonly clear: () => void;
  /** Sorts a refusal onto the fields of this form. */
  readonly take: (error: unknown) => void;
}

const lastName = (path: string): string => path.split(".").at(-1) ?? path;

/** The field of a form that a refusal speaks of. */
export const fieldOf = <Field extends string>(failure: Failure, fields: readonly Field[]): Field | undefined =>
  fields.find((field) => failure.field !== null && field === lastName(failure.field));

/** Refusals of the api on the fields they speak of; what speaks of no field here stands above the form. */
export function useFormFailures<Field extends string>(fields: readonly Field[]): FormFailures<Field> {
  const sentence = useFailureText();
  const [failures, setFailures] = useState<readonly Failure[]>([]);
  const general = failures.find((failure) => fieldOf(failure, fields) === undefined) ?? null;
  return {
    of: (field) => {
      const failure = failures.find((one) => fieldOf(one, [field]) === field);
      return failure === undefined ? undefined : sentence(failure);
    },
    form: general === null ? null : sentence(general),
    failure: failures[0] ?? null,
    clear: useCallback(() => setFailures([]), []),
    take: useCallback(
      (error) => setFailures(error === null ? [] : [toFailure(error), ...toFailures(error).slice(1)]),
      [],
    ),
  };
}
