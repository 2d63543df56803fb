import { useEffect, useRef } from "react";

/** After a refusal the first wrong field of the form gets the focus. */
export function useFocusInvalid(failure: unknown) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (failure === null || failure === undefined) return;
    form.current?.querySelector<HTMLElement>("[aria-invalid='true']")?.focus();
  }, [failure]);
  return form;
}
