"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";

/** A disclosure whose content comes into being only when it is opened, also when that happened before the script was there. */
export function LazyDetails(props: {
  readonly label: ReactNode;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}): React.JSX.Element {
  const ref = useRef<HTMLDetailsElement>(null);
  const [open, setOpen] = useState(false);
  useEffect(() => setOpen(ref.current?.open ?? false), []);
  return (
    <details ref={ref} className={props.className} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{props.label}</summary>
      {open ? props.children : null}
    </details>
  );
}
