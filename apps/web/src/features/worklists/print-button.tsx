"use client";

import { Button } from "@alongside/ui/primitives/button";

/** Opens the browser's print window. */
export function PrintButton(props: { readonly children: string }): React.JSX.Element {
  return (
    <Button kind="primary" onClick={() => globalThis.print()}>
      {props.children}
    </Button>
  );
}
