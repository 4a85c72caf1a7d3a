import { type DraftPlace, draftKey } from "./draft";

/** What this page holds, for browsers that offer no locks (pages without a secure connection). */
const heldHere = new Set<string>();

/** Keeps a form to the screen that shows it: nothing else on this device sends it meanwhile. Returns how to let go. */
export function holdForm(place: DraftPlace): () => void {
  const key = draftKey(place);
  heldHere.add(key);
  let end: () => void = () => undefined;
  const over = new Promise<void>((resolve) => {
    end = resolve;
  });
  locks()
    ?.request(key, () => over)
    .catch(() => undefined);
  return () => {
    heldHere.delete(key);
    end();
  };
}

/** Does the work while nobody else on this device has the form; answers false, without having begun, when somebody has. */
export async function whileFree(place: DraftPlace, work: () => Promise<void>): Promise<boolean> {
  const key = draftKey(place);
  if (heldHere.has(key)) return false;
  const manager = locks();
  if (manager === undefined) {
    await work();
    return true;
  }
  return manager.request(key, { ifAvailable: true }, async (lock) => {
    if (lock === null) return false;
    await work();
    return true;
  });
}

/** The browser's locks; undefined where there are none, whatever the types of the browser's interface say. */
function locks(): LockManager | undefined {
  return "locks" in navigator ? navigator.locks : undefined;
}
