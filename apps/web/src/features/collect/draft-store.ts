import { del, entries, get, set } from "idb-keyval";
import { type Draft, type DraftOwner, type DraftPlace, draftKey, draftsOf, isDraft } from "./draft";

/**
 * The draft a person keeps on this device for a place, or null. Throws where the browser keeps nothing (private
 * windows).
 */
export async function readDraft(place: DraftPlace): Promise<Draft | null> {
  const found: unknown = await get(draftKey(place));
  return isDraft(found) ? found : null;
}

/** Keeps a draft on this device. */
export async function keepDraft(draft: Draft): Promise<void> {
  await set(draftKey(draft), draft);
}

/** Removes a draft from this device. */
export async function dropDraft(place: DraftPlace): Promise<void> {
  await del(draftKey(place));
}

/** All drafts of a person in a programme on this device, the newest first. */
export async function listDrafts(owner: DraftOwner): Promise<readonly Draft[]> {
  return draftsOf(await entries<string, unknown>(), owner);
}
