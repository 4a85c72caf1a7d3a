import type { ButtonHTMLAttributes, Ref } from "react";
import styles from "./button.module.css";

export interface ButtonLook {
  /** primary: the one next step; secondary: a choice beside it; quiet: in rows and tool bars; danger: cannot be undone. */
  readonly kind?: "primary" | "secondary" | "quiet" | "danger";
  /** large for participants and thumbs, small for dense tables. */
  readonly size?: "small" | "medium" | "large" | "icon";
}

/** Class names of a button, for links that look like one. */
export function buttonClass({ kind = "secondary", size = "medium" }: ButtonLook = {}): string {
  return [styles.button, styles[kind], size === "medium" ? undefined : styles[size]].filter(Boolean).join(" ");
}

/** A native button. Its `type` is "button" unless said otherwise, so that it never submits a form by accident. */
export function Button({
  kind,
  size,
  className,
  ...rest
}: ButtonLook &
  ButtonHTMLAttributes<HTMLButtonElement> & { readonly ref?: Ref<HTMLButtonElement> }): React.JSX.Element {
  const look = buttonClass({ ...(kind ? { kind } : {}), ...(size ? { size } : {}) });
  return <button type="button" {...rest} className={className ? `${look} ${className}` : look} />;
}
