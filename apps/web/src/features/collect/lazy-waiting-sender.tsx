"use client";

import dynamic from "next/dynamic";

/** Sends what waits on this device. Fetched after the page itself: no page should be slower for it. */
export const LazyWaitingSender = dynamic(() => import("./waiting-sender").then((module) => module.WaitingSender), {
  ssr: false,
});
