import { createStore, del, entries, get, promisifyRequest, set } from "idb-keyval";
import {
  adopted,
  type Draft,
  type DraftOwner,
  type DraftPlace,
  draftKey,
  draftsOf,
  isDraft,
  unownedKey,
} from "./draft";

/**
 * The draft a person keeps on this device for a place, or null. Throws where the browser keeps nothing (private
 * windows).
 */
export async function readDraft(place: DraftPlace): Promise<Draft | null> {
  const found: unknown = await get(draftKey(place));
  if (isDraft(found)) return found;
  const earlier = adopted(await get(unownedKey(place)), place.personId);
  if (earlier !== null) await takeOver(earlier);
  return earlier;
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

/** Moves a draft without an owner to its new one in one step: a device that dies meanwhile holds it exactly once. */
async function takeOver(draft: Draft): Promise<void> {
  // The names of the library's own default store.
  const open = createStore("keyval-store", "keyval");
  await open("readwrite", (store) => {
    store.put(draft, draftKey(draft));
    store.delete(unownedKey(draft));
    return promisifyRequest(store.transaction);
  });
}
