import { type RefObject, useEffect, useRef } from "react";

/**
 * For a panel that takes the place of what a person has just pressed, which may be far down the page: when it appears,
 * its beginning is in sight and the keyboard goes on from there.
 */
export function useArrival(): RefObject<HTMLDivElement | null> {
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    panel.current?.focus({ preventScroll: true });
    panel.current?.scrollIntoView({ block: "start" });
  }, []);
  return panel;
}
