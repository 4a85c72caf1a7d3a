import type { Draft } from "./draft";
import type { Outbox } from "./send-waiting";

/** Says which of these forms may not be kept: positions in the list. */
export type AskWiped = (
  held: readonly { readonly participantId: string; readonly day: string }[],
) => Promise<readonly number[]>;

/** As many as the server answers at once. */
const MOST = 500;

/**
 * Removes from the device what it holds of people who stepped back or were erased, finished or not. What a screen has open
 * goes when it is sent or left.
 * @returns how many were removed
 */
export async function wipeWithdrawn(outbox: Outbox, ask: AskWiped): Promise<number> {
  const drafts: readonly Draft[] = (await outbox.list()).slice(0, MOST);
  if (drafts.length === 0) return 0;
  const wiped = await ask(drafts.map(({ participantId, answeredOn: day }) => ({ participantId, day })));
  let removed = 0;
  for (const at of wiped) {
    const draft = drafts[at];
    if (draft === undefined) continue;
    const free = await outbox.whileFree(draft, () => outbox.drop(draft));
    if (free) removed += 1;
  }
  return removed;
}
