import { randomUUID } from "node:crypto";
import { makeParticipantCode } from "@alongside/domain/identity/participant-code";
import { askErasure } from "@alongside/services/erasure/ask";
import { type AccessTable, local, plain, thing } from "./access-entry";
import { type Place, participantAt } from "./place";

const programme = ({ programmeId }: Place) => ({ programmeId });
const participant = async (place: Place) => ({
  programmeId: place.programmeId,
  participantId: (await participantAt(place)).participantId,
});
/** A code that checks and that nobody has. */
const NOBODYS_CODE = makeParticipantCode([31, 0, 31, 0, 31, 0]);

/** Somebody whose erasure a colleague has asked for. */
async function toBeErased(place: Place) {
  const { participantId, code } = await participantAt(place);
  const about = { programmeId: place.programmeId, participantId };
  await askErasure(place.administrator, { ...about, withdrawalId: randomUUID(), reason: "not-said" });
  return { ...about, code };
}

type Consent = "breakGlass" | "consent" | "consentSettings" | "erasure" | "withdrawal";

/** The entries of consent, withdrawal and access of a few hours. */
export const CONSENT_ACCESS: Pick<AccessTable, Consent> = {
  breakGlass: {
    end: {
      verb: "break-glass.end",
      ...plain,
      input: ({ programmeId }) => ({ programmeId, breakGlassId: randomUUID() }),
      letIn: "break-glass.none",
    },
    list: { verb: "break-glass.review", ...plain, input: programme },
    open: {
      verb: "break-glass.ask",
      ...plain,
      input: ({ programmeId }) => {
        const why = { reason: "emergency", words: "Found unwell in the street" } as const;
        return { programmeId, breakGlassId: randomUUID(), code: NOBODYS_CODE, ...why };
      },
      letIn: "participant.none",
    },
    review: {
      verb: "break-glass.review",
      ...plain,
      input: ({ programmeId }) => ({ programmeId, breakGlassId: randomUUID(), judgement: "justified" }),
      letIn: "break-glass.none",
    },
  },
  consent: {
    listOpen: { verb: "consent.list-open", ...plain, input: programme },
    read: { verb: "consent.read", ...local, input: participant },
    record: {
      verb: "consent.record",
      ...local,
      input: async (place) => ({
        ...(await participant(place)),
        ...{ decidedOn: "2026-02-01", language: "en", witness: "paper" },
        answers: [{ consentId: randomUUID(), purpose: "survey", state: "given", version: 0 }],
      }),
    },
  },
  consentSettings: {
    read: { verb: "consent-settings.read", ...plain, input: programme },
    saveRule: {
      verb: "consent-settings.save",
      ...plain,
      input: ({ programmeId }) => ({ programmeId, purpose: "quotation", asked: true, requiredFrom: null }),
    },
    saveWords: {
      verb: "consent-settings.save",
      ...plain,
      input: async ({ db, programmeId }) => {
        const after = await db.consentEdition.count({ where: { programmeId, purpose: "quotation" } });
        return { programmeId, purpose: "quotation", after, texts: { en: `Words ${randomUUID()}` } };
      },
    },
  },
  erasure: {
    ask: {
      verb: "erasure.ask",
      ...local,
      input: async (place) => ({ ...(await participant(place)), withdrawalId: randomUUID(), reason: "not-said" }),
    },
    confirm: { verb: "erasure.confirm", ...thing, input: toBeErased },
    list: { verb: "erasure.list", ...plain, input: programme },
    verify: { verb: "erasure.list", ...plain, input: ({ programmeId }) => ({ programmeId, text: "Nothing" }) },
  },
  withdrawal: {
    count: { verb: "change.read", ...plain, input: programme },
    listWiped: {
      verb: "assessment.save",
      ...plain,
      input: ({ programmeId }) => ({ programmeId, held: [{ participantId: randomUUID(), day: "2026-01-06" }] }),
    },
    record: {
      verb: "withdrawal.record",
      ...local,
      input: async (place) => {
        const wish = { level: "contact", reason: "burden" } as const;
        return { ...(await participant(place)), withdrawalId: randomUUID(), ...wish };
      },
    },
  },
};
