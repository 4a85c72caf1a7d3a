"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";

/**
 * What every change of the settings does once it is stored: the page is read again, and "Saved" is said until the next
 * change begins. The change counts as under way until the new page is there.
 */
export function useSettled(after?: () => void) {
  const router = useRouter();
  const [refreshing, start] = useTransition();
  const [saved, setSaved] = useState(false);
  return {
    refreshing,
    saved: saved && !refreshing,
    /** For `onMutate`. */
    begin: () => setSaved(false),
    /** For `onSuccess`. */
    settle: () => {
      setSaved(true);
      after?.();
      start(() => router.refresh());
    },
  };
}
