"use client";

import { type ReactNode, useEffect, useRef } from "react";
import styles from "./laboratory-import.module.css";

/**
 * Holds what belongs to one step. When another step takes its place the focus goes there, so that somebody without a
 * mouse is not thrown back to the top of the page.
 */
export function StepBox(props: { readonly step: string; readonly children: ReactNode }): React.JSX.Element {
  const box = useRef<HTMLDivElement>(null);
  const shown = useRef(props.step);
  useEffect(() => {
    if (shown.current === props.step) return;
    shown.current = props.step;
    box.current?.focus();
  }, [props.step]);
  return (
    <div ref={box} tabIndex={-1} className={styles.stepBox}>
      {props.children}
    </div>
  );
}
