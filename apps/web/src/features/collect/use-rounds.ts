import { useEffect, useRef } from "react";

const FIRST_PAUSE_MS = 4_000;
const LONGEST_PAUSE_MS = 60_000;

/**
 * How long to wait before the next attempt, after this many in a row that nobody answered: longer each time, up to a
 * minute.
 */
export function pauseAfter(attempts: number): number {
  return Math.min(FIRST_PAUSE_MS * 2 ** (attempts - 1), LONGEST_PAUSE_MS);
}

/**
 * Runs a round at once, whenever the connection is back or the page comes into sight, and whenever `occasion` changes;
 * after a round that answers true, again by itself, with growing pauses. Never two at the same time.
 */
export function useRounds(round: () => Promise<boolean>, occasion: string): void {
  const latest = useRef(round);
  const start = useRef<(why: string) => void>(() => undefined);
  useEffect(() => {
    latest.current = round;
  }, [round]);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let attempts = 0;
    let busy = false;
    let asked = false;
    let over = false;
    const run = async () => {
      if (busy) {
        asked = true;
        return;
      }
      busy = true;
      clearTimeout(timer);
      // Where the browser keeps nothing there is nothing to send.
      const again = await latest.current().catch(() => false);
      busy = false;
      if (over) return;
      attempts = again ? attempts + 1 : 0;
      if (asked) {
        asked = false;
        void run();
      } else if (again) {
        timer = setTimeout(run, pauseAfter(attempts));
      }
    };
    const now = () => void run();
    const seen = () => {
      if (document.visibilityState === "visible") now();
    };
    start.current = now;
    window.addEventListener("online", now);
    document.addEventListener("visibilitychange", seen);
    return () => {
      over = true;
      clearTimeout(timer);
      window.removeEventListener("online", now);
      document.removeEventListener("visibilitychange", seen);
    };
  }, []);

  useEffect(() => start.current(occasion), [occasion]);
}
