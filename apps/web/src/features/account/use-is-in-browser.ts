import { useSyncExternalStore } from "react";

const never = () => () => {};

/** False while the server draws the page, true in the browser: for what needs its abilities. */
export function useIsInBrowser(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
