/** As a ref: gives the focus to a field that somebody has just asked for, when it appears. */
export function focusNow(field: HTMLElement | null): void {
  field?.focus();
}
