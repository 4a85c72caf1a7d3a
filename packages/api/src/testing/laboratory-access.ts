import { randomUUID } from "node:crypto";
import { type AccessTable, local, plain, thing } from "./access-entry";
import { counsellingAt, labResultAt, labRowAt, loopAt, OWN_ASSAY, ownAssayAt, settings } from "./laboratory-place";
import { type Place, participantAt } from "./place";

const programme = ({ programmeId }: Place) => ({ programmeId });
const participant = async (place: Place) => ({
  programmeId: place.programmeId,
  participantId: (await participantAt(place)).participantId,
});

/** Whoever may not see the people has all their sites in one view. */
const oneView = { ...local, wholeProgramme: { researcher: "change.one-view" } } as const;
/** A change in results that rests on the people of this place. */
const changeAt = async ({ db, programmeId, siteId }: Place) => {
  const computationId = randomUUID();
  const row = { id: computationId, programmeId, kind: "results-change", inputHash: computationId, status: "failed" };
  await db.computation.create({ data: { ...row, siteIds: [siteId], requestedById: randomUUID() } });
  return { programmeId, computationId };
};

const siteOf = ({ programmeId, siteId }: Place) => ({ programmeId, siteId });

type Laboratory =
  | "assay"
  | "counselling"
  | "laboratorySettings"
  | "labResult"
  | "suppression"
  | "treatment"
  | "worklist";

/** The entries of everything about laboratory results. */
export const LABORATORY_ACCESS: Pick<AccessTable, Laboratory> = {
  assay: {
    list: { verb: "assay.list", ...plain, input: programme },
    save: {
      verb: "assay.save",
      ...plain,
      input: ({ programmeId }) => ({ programmeId, assay: { ...OWN_ASSAY, edition: randomUUID().slice(0, 8) } }),
    },
    setActive: {
      verb: "assay.save",
      ...thing,
      input: async (place) => ({ programmeId: place.programmeId, ...(await ownAssayAt(place)), active: false }),
    },
  },
  counselling: {
    open: { verb: "counselling.record", ...local, input: loopAt },
    read: { verb: "lab-result.read", ...local, input: participant },
    record: { verb: "counselling.record", ...local, input: counsellingAt },
  },
  laboratorySettings: {
    doubts: { verb: "laboratory-settings.read", ...plain, input: programme },
    history: { verb: "laboratory-settings.read", ...plain, input: programme },
    preview: {
      verb: "laboratory-settings.save",
      ...plain,
      input: ({ programmeId }) => ({ programmeId, ...settings() }),
    },
    read: { verb: "laboratory-settings.read", ...plain, input: programme },
    save: {
      verb: "laboratory-settings.save",
      ...plain,
      input: ({ programmeId }) => ({ programmeId, basedOn: 0, ...settings() }),
    },
  },
  labResult: {
    correct: {
      verb: "lab-result.correct",
      ...local,
      input: async (place) => {
        const { programmeId, participantId, resultId } = await labResultAt(place);
        const why = { saveId: randomUUID(), replaces: resultId, reason: "Misread" };
        return { programmeId, ...labRowAt(participantId, "300"), ...why };
      },
    },
    history: { verb: "lab-result.read", ...local, input: participant },
    recent: {
      verb: "lab-result.read",
      ...local,
      input: async (place) => ({ programmeId: place.programmeId, code: (await participantAt(place)).code }),
    },
    saveGrid: {
      verb: "lab-result.save",
      ...local,
      input: async (place) => {
        const { programmeId, participantId } = await participant(place);
        return { programmeId, saveId: randomUUID(), rows: [labRowAt(participantId, "300")] };
      },
    },
    secondEnter: {
      verb: "lab-result.second-enter",
      ...local,
      input: async (place) => {
        const { programmeId, participantId, resultId } = await labResultAt(place);
        const { kind, measurement } = labRowAt(participantId, "2400");
        return { programmeId, participantId, resultId, entryId: randomUUID(), kind, measurement };
      },
    },
    undo: {
      verb: "lab-result.undo",
      ...plain,
      input: ({ programmeId }) => ({ programmeId, saveId: randomUUID() }),
      letIn: "lab-result.undo-too-late",
    },
    verify: {
      verb: "lab-result.verify",
      ...local,
      input: async (place) => ({ ...(await labResultAt(place)), verificationId: randomUUID(), decision: "verified" }),
    },
  },
  suppression: {
    read: { verb: "suppression.read", ...oneView, input: siteOf },
    readChange: { verb: "suppression.read", ...local, input: changeAt },
    startChange: { verb: "suppression.read", ...oneView, input: siteOf },
  },
  treatment: {
    recordStart: {
      verb: "treatment.record-start",
      ...local,
      input: async (place) => ({ ...(await participant(place)), startId: randomUUID(), startedOn: "2026-01-02" }),
    },
  },
  worklist: {
    contacts: { verb: "worklist.contacts", ...local, input: siteOf },
    count: { verb: "worklist.read", ...local, input: siteOf },
    export: {
      verb: "worklist.export",
      ...local,
      input: (place) => ({ ...siteOf(place), list: "due", language: "en" }),
    },
    exportContacts: {
      verb: "worklist.contacts",
      ...local,
      input: (place) => ({ ...siteOf(place), language: "en" }),
    },
    read: { verb: "worklist.read", ...local, input: (place) => ({ ...siteOf(place), list: "due" }) },
  },
};
