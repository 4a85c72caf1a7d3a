import { useEffect } from "react";

/**
 * Keeps a page that holds answers where it is: Back leads to it again, and whoever would reload or close it is asked first.
 * @param holding are there answers that only this page has?
 */
export function useStayHere(holding: boolean): void {
  useEffect(() => {
    const step = () => history.pushState(null, "");
    step();
    addEventListener("popstate", step);
    // Browsers pass over steps of a page that nobody has touched yet.
    addEventListener("pointerdown", step, { once: true });
    addEventListener("keydown", step, { once: true });
    return () => {
      removeEventListener("popstate", step);
      removeEventListener("pointerdown", step);
      removeEventListener("keydown", step);
    };
  }, []);
  useEffect(() => {
    if (!holding) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", ask);
    return () => removeEventListener("beforeunload", ask);
  }, [holding]);
}
