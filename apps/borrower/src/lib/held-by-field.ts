/** Whether a field of the form says that something is wrong with it; then it takes the focus. */
export function isHeldByField(form: HTMLFormElement): boolean {
  const field = form.querySelector<HTMLElement>('[aria-invalid="true"]');
  field?.focus();
  return field !== null;
}
