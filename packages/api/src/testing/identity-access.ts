import { randomUUID } from "node:crypto";
import { type AccessTable, local, plain } from "./access-entry";
import { type Place, participantAt } from "./place";

const programme = ({ programmeId }: Place) => ({ programmeId });
const participant = async (place: Place) => ({
  programmeId: place.programmeId,
  participantId: (await participantAt(place)).participantId,
});
/** Nothing is kept unless a programme has said so: whoever is let in is told that. */
const off = { ...local, letIn: "contact-details.off" } as const;

/** The entries of everything about who somebody is. */
export const IDENTITY_ACCESS: Pick<AccessTable, "characteristics" | "contactDetails" | "identitySettings"> = {
  characteristics: {
    record: {
      verb: "characteristics.record",
      ...local,
      // Nothing is recorded unless a programme has said so: whoever is let in is told that.
      letIn: "characteristics.not-recorded",
      input: async (place) => ({
        ...(await participant(place)),
        ...{ recordId: randomUUID(), replaces: null },
        characteristics: { age: 34, gender: "woman", keyPopulations: [] },
      }),
    },
  },
  contactDetails: {
    listReadings: { verb: "contact-details.list-readings", ...plain, input: programme },
    read: {
      verb: "contact-details.read",
      ...off,
      input: async (place) => {
        return { ...(await participant(place)), readingId: randomUUID(), for: { purpose: "appointment" } };
      },
    },
    remove: {
      verb: "contact-details.delete",
      ...off,
      input: async (place) => ({ ...(await participant(place)), fields: "all" }),
    },
    save: {
      verb: "contact-details.save",
      ...off,
      input: async (place) => ({ ...(await participant(place)), details: { phone: "0712 345 678" } }),
    },
    status: { verb: "contact-details.read", ...off, input: participant },
  },
  identitySettings: {
    read: { verb: "identity-settings.read", ...plain, input: programme },
    save: {
      verb: "identity-settings.save",
      ...plain,
      input: ({ programmeId }) => ({ programmeId, basedOn: 0, contactDetails: true, duplicateRecipe: "none" }),
      letIn: "identity-settings.no-vault",
    },
  },
};
