import { del, entries, get, set } from "idb-keyval";
import { type Draft, type DraftPlace, draftKey, draftPrefix, isDraft } from "./draft";

/** The draft kept on this device for a place, or null. Throws where the browser keeps nothing (private windows). */
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

/** All drafts of a programme on this device, the newest first. */
export async function listDrafts(programmeId: string): Promise<readonly Draft[]> {
  const prefix = draftPrefix(programmeId);
  const all = await entries<string, unknown>();
  return all
    .flatMap(([key, value]) => (String(key).startsWith(prefix) && isDraft(value) ? [value] : []))
    .toSorted((a, b) => (a.keptAt < b.keptAt ? 1 : -1));
}
