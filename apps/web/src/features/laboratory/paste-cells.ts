/** What is needed of a paste, as React tells of it. */
export interface PasteEvent {
  readonly clipboardData: { readonly getData: (type: string) => string };
  readonly currentTarget: {
    readonly value: string;
    readonly selectionStart: number | null;
    readonly selectionEnd: number | null;
  };
  readonly preventDefault: () => void;
}

/**
 * Pastes several cells or lines so that they stay apart: a field of one line would join them, and "20" above "400" would be
 * 20,400. What is pasted so is not understood, and says so, until somebody puts it right.
 */
export function pasteCells(event: PasteEvent, onText: (text: string) => void): void {
  const text = event.clipboardData.getData("text/plain").trim();
  if (!/[\t\r\n\v\f\u0085\u2028\u2029]/u.test(text)) return;
  event.preventDefault();
  const { value, selectionStart, selectionEnd } = event.currentTarget;
  const before = value.slice(0, selectionStart ?? value.length);
  const after = value.slice(selectionEnd ?? value.length);
  onText(`${before}${text.split(/\s*[\t\r\n\v\f\u0085\u2028\u2029]\s*/u).join(" | ")}${after}`);
}
