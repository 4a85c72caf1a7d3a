import type { LabKind } from "@alongside/domain/laboratory/kinds";
import { useCallback, useEffect, useRef, useState } from "react";
import { uuidv7 } from "uuidv7";
import { withDays } from "./said-row";
import { emptyStack, isEmptyRow, type Stack } from "./stack";
import { nextStack, type StackAction } from "./stack.model";
import { dropStack, keepStack, readStack, type StackOwner, stackKey } from "./stack-store";

/** Where the device stands with keeping the stack. `elsewhere`: another page of this device has it. */
export type Keeping = "kept" | "keeping" | "unavailable" | "elsewhere";

export interface StackControl {
  /** Null until the device has been asked. */
  readonly stack: Stack | null;
  readonly keeping: Keeping;
  readonly act: (action: StackAction) => void;
}

/** Whose stack, and the date in the programme's time zone, by which days typed as "t" or "-3" are kept. */
export interface KeptHere extends StackOwner {
  readonly today: string;
}

/** A stack of papers: read from the device at the start, and kept there at every change. One page at a time has it. */
export function useStack({ personId, programmeId, place, today }: KeptHere, kind: LabKind): StackControl {
  const [stack, setStack] = useState<Stack | null>(null);
  const [keeping, setKeeping] = useState<Keeping>("kept");
  const held = useRef(false);
  // New rows get new ids, so a step is taken once and not again whenever React renders anew.
  const latest = useRef<Stack | null>(null);

  useEffect(() => {
    const owner = { personId, programmeId, place };
    let gone = false;
    let letGo: () => void = () => undefined;
    held.current = false;
    latest.current = null;
    setStack(null);
    const begin = async () => {
      const free = await hold(stackKey(owner), new Promise<void>((resolve) => (letGo = resolve)), () => gone);
      if (gone) return;
      if (!free) setKeeping("elsewhere");
      const found = await readStack(owner).catch(() => {
        setKeeping("unavailable");
        return null;
      });
      if (gone) return;
      held.current = free;
      latest.current = free && found?.kind === kind ? found : emptyStack(kind, uuidv7());
      setStack(latest.current);
    };
    void begin();
    return () => {
      gone = true;
      letGo();
    };
  }, [personId, programmeId, place, kind]);

  useEffect(() => {
    if (stack === null || !held.current) return;
    const owner = { personId, programmeId, place };
    const nothing = stack.rows.every((row) => isEmptyRow(row) && Object.keys(row.own).length === 0);
    setKeeping("keeping");
    (nothing && stack.lastSave === null ? dropStack(owner) : keepStack(owner, withDays(stack, today))).then(
      () => setKeeping("kept"),
      () => setKeeping("unavailable"),
    );
  }, [stack, personId, programmeId, place, today]);

  const act = useCallback((action: StackAction) => {
    if (latest.current === null) return;
    latest.current = nextStack(latest.current, action, uuidv7);
    setStack(latest.current);
  }, []);
  return { stack, keeping, act };
}

/** Takes the lock of this name until the promise is over; false when another page has it. */
function hold(name: string, until: Promise<void>, isGone: () => boolean): Promise<boolean> {
  if (!("locks" in navigator)) return Promise.resolve(true);
  return new Promise((resolve) => {
    navigator.locks
      // A page that is being reloaded lets go a moment after the new one has begun.
      .request(name, { signal: AbortSignal.timeout(LONGEST_WAIT_MS) }, () => {
        resolve(true);
        return isGone() ? undefined : until;
      })
      .catch(() => resolve(false));
  });
}

const LONGEST_WAIT_MS = 1500;
