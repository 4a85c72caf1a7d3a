import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import { z } from "zod";
import type { Context } from "../context";
import { perform } from "../perform";
import { programmeConsents } from "./programme-consents";
import { purposeSchema } from "./read";

const LONGEST_TEXT = 8000;
const MOST_LANGUAGES = 20;

export const saveConsentWordsInput = z.object({
  programmeId: z.uuid(),
  purpose: purposeSchema,
  /** The version these words replace, as the person saw it. */
  after: z.number().int().min(0),
  /** By language tag, e.g. "en", "zh", "id". */
  texts: z
    .record(z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/), z.string().trim().min(1).max(LONGEST_TEXT))
    .refine((texts) => {
      const count = Object.keys(texts).length;
      return count >= 1 && count <= MOST_LANGUAGES;
    }, "consent.languages"),
});

export interface SavedConsentWords {
  readonly version: number;
}

/** Saves the programme's own words for a purpose as a new edition. Earlier editions stay, with the answers given to them. */
export function saveConsentWords(
  context: Context,
  input: z.input<typeof saveConsentWordsInput>,
): Promise<Result<SavedConsentWords>> {
  return perform(context, "consent-settings.save", saveConsentWordsInput, input, async (tx, scope, asked) => {
    const { programmeId } = scope;
    const { purpose, texts } = asked;
    const purposes = await programmeConsents(tx, programmeId);
    const newest = purposes.find((one) => one.purpose === purpose)?.editions[0];
    if (newest === undefined || newest.version !== asked.after) {
      return fail("conflict", "consent.words-changed");
    }
    const version = newest.version + 1;
    const same = newest.version > 0 && JSON.stringify(sorted(newest.texts)) === JSON.stringify(sorted(texts));
    if (same) return ok({ subjectId: programmeId, detail: null, value: { version: newest.version } });
    await tx.consentEdition.create({
      data: { programmeId, purpose, version, texts, savedById: scope.actorId, savedAt: context.now() },
    });
    const languages = Object.keys(texts).toSorted();
    return ok({ subjectId: programmeId, detail: { purpose, version, languages }, value: { version } });
  });
}

function sorted(texts: Readonly<Record<string, string>>): readonly (readonly [string, string])[] {
  return Object.entries(texts).toSorted(([a], [b]) => (a < b ? -1 : 1));
}
