"use client";

import { useEffect, useState } from "react";

const SECOND_MS = 1000;

/**
 * Seconds that are left until a moment, counted down once a second; `onOver` is called when none are. Hidden windows count
 * on: a phone put away does not keep what it showed.
 */
export function useCountdown(until: number | null, onOver: () => void): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (until === null) return;
    const tick = () => {
      setNow(Date.now());
      if (Date.now() >= until) onOver();
    };
    tick();
    const timer = setInterval(tick, SECOND_MS);
    document.addEventListener("visibilitychange", tick);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", tick);
    };
  }, [until, onOver]);
  return until === null ? 0 : Math.max(0, Math.ceil((until - now) / SECOND_MS));
}
