import { useEffect, useRef } from "react";

const EVENTS = ["pointerdown", "keydown", "wheel", "touchmove"] as const;
const LOOK_EVERY_MS = 5000;
const TELL_EVERY_MS = 60_000;
/** Where the tabs of this browser tell each other when the last of them was used: a time and nothing else. */
const USED_KEY = "used";

/**
 * Calls `onIdle` once nobody has used any tab of this browser for so many minutes, also when the device slept meanwhile,
 * and `onUse` about once a minute while somebody does: typing alone sends nothing, and the server counts as well.
 */
export function useIdle(
  minutes: number,
  watching: boolean,
  told: { readonly onIdle: () => void; readonly onUse: () => void },
): void {
  const latest = useRef(told);
  latest.current = told;
  useEffect(() => {
    if (!watching) return;
    let last = Date.now();
    let toldAt = last;
    const used = () => {
      if (idle()) return look();
      last = Date.now();
      write(last);
      if (last - toldAt < TELL_EVERY_MS) return;
      toldAt = last;
      latest.current.onUse();
    };
    const idle = () => Date.now() - Math.max(last, read()) >= minutes * 60_000;
    const look = () => {
      if (idle()) latest.current.onIdle();
    };
    write(last);
    const timer = setInterval(look, LOOK_EVERY_MS);
    for (const event of EVENTS) addEventListener(event, used, { capture: true, passive: true });
    addEventListener("visibilitychange", look);
    addEventListener("pageshow", look);
    return () => {
      clearInterval(timer);
      for (const event of EVENTS) removeEventListener(event, used, { capture: true });
      removeEventListener("visibilitychange", look);
      removeEventListener("pageshow", look);
    };
  }, [minutes, watching]);
}

function read(): number {
  try {
    const at = Number(localStorage.getItem(USED_KEY));
    return at <= Date.now() ? at : 0;
  } catch {
    return 0;
  }
}

function write(at: number): void {
  try {
    localStorage.setItem(USED_KEY, String(at));
  } catch {
    // A browser that keeps nothing counts for each tab alone.
  }
}
