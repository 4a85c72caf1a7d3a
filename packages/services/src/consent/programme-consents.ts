import type { Tx } from "@alongside/db/client";
import { CONSENT_PURPOSES, type ConsentPurpose, DRAFT_VERSION } from "@alongside/domain/consent/consent";
import { DEFAULT_CONSENT_TEXTS } from "@alongside/domain/consent/default-texts.data";
import { z } from "zod";
import { fromDay } from "../calendar-date";

/** Words by language tag. */
export type ConsentTexts = Readonly<Record<string, string>>;

/** One edition of the words of a purpose. */
export interface ConsentEditionView {
  /** 0: the neutral draft that nobody in the programme has approved. */
  readonly version: number;
  readonly texts: ConsentTexts;
  /** Null for the draft. */
  readonly savedAt: Date | null;
  readonly savedById: string | null;
}

/** How a programme deals with one purpose. */
export interface ProgrammeConsent {
  readonly purpose: ConsentPurpose;
  /** Whether staff are shown it to ask. */
  readonly asked: boolean;
  /** First day of enrolment from which on nothing is done without an answer; null: never. */
  readonly requiredFrom: string | null;
  /** The newest first; the draft is the last. */
  readonly editions: readonly [ConsentEditionView, ...ConsentEditionView[]];
}

const textsSchema = z.record(z.string(), z.string());

/** What a programme asks consent for, with every edition of its words. Without settings only contact is asked, as ever. */
export async function programmeConsents(tx: Tx, programmeId: string): Promise<readonly ProgrammeConsent[]> {
  const [editions, rules] = await Promise.all([
    tx.consentEdition.findMany({ where: { programmeId }, orderBy: { version: "desc" } }),
    tx.consentRule.findMany({ where: { programmeId } }),
  ]);
  return CONSENT_PURPOSES.map((purpose) => {
    const rule = rules.find((one) => one.purpose === purpose);
    const saved = editions
      .filter((one) => one.purpose === purpose)
      .map(({ version, texts, savedAt, savedById }) => {
        return { version, texts: textsSchema.parse(texts), savedAt, savedById };
      });
    const draft = { version: DRAFT_VERSION, texts: DEFAULT_CONSENT_TEXTS[purpose], savedAt: null, savedById: null };
    const [newest, ...older] = saved;
    return {
      purpose,
      asked: rule?.asked ?? purpose === "contact",
      requiredFrom: rule?.requiredFrom ? fromDay(rule.requiredFrom) : null,
      editions: newest === undefined ? [draft] : [newest, ...older, draft],
    };
  });
}
