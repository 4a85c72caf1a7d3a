import styles from "./field.module.css";

export interface FieldLook {
  /** quiet: a small soft label, in filters and dense forms; strong: a bold label, where there is little else on the page. */
  readonly kind?: "quiet" | "strong";
  /** Class names of its place in the form around it. */
  readonly place?: string | undefined;
}

/** Class names of a label over one text box or list. */
export function fieldClass({ kind = "quiet", place }: FieldLook = {}): string {
  return [styles[kind], place].filter(Boolean).join(" ");
}
