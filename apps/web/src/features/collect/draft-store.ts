import { del, entries, get, set } from "idb-keyval";
import { type Draft, type DraftOwner, type DraftPlace, draftKey, draftsOf, isDraft } from "./draft";

const changes = new EventTarget();

/** Calls back whenever this page has kept or removed a draft. Returns how to stop. */
export function onDraftsChange(listener: () => void): () => void {
  changes.addEventListener("change", listener);
  return () => changes.removeEventListener("change", listener);
}

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
  changes.dispatchEvent(new Event("change"));
}

/** Removes a draft from this device. */
export async function dropDraft(place: DraftPlace): Promise<void> {
  await del(draftKey(place));
  changes.dispatchEvent(new Event("change"));
}

/** All drafts of a person in a programme on this device, the newest first. */
export async function listDrafts(owner: DraftOwner): Promise<readonly Draft[]> {
  return draftsOf(await entries<string, unknown>(), owner);
}
