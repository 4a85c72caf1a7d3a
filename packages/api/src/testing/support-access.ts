import { randomUUID } from "node:crypto";
import { equalShares } from "@alongside/domain/support/contact";
import { type AccessTable, local, plain } from "./access-entry";
import { type Place, participantAt } from "./place";

const programme = ({ programmeId }: Place) => ({ programmeId });

/** A contact that was logged of somebody at the place. */
async function contactAt({ db, ...place }: Place) {
  const { programmeId } = place;
  const { participantId } = await participantAt({ db, ...place });
  const id = randomUUID();
  const at = { happenedOn: new Date("2026-02-01"), minutes: 30, mode: "phone" };
  await db.supportContact.create({ data: { participantId, id, programmeId, ...at, ...equalShares(["emotional"]) } });
  return { programmeId, participantId, contactId: id };
}

async function volunteerAt({ db, programmeId, siteId }: Place) {
  const id = randomUUID();
  const code = `V-${id.slice(0, 8)}`;
  await db.volunteer.create({ data: { programmeId, id, siteId, code, startedOn: new Date("2026-01-01") } });
  return { programmeId, volunteerId: id };
}

/** The entries of support that was given, and of who gave it. */
export const SUPPORT_ACCESS: Pick<AccessTable, "supportContact" | "volunteer"> = {
  supportContact: {
    list: { verb: "support-contact.list", ...plain, input: programme },
    log: {
      verb: "support-contact.log",
      ...local,
      input: async (place) => ({
        ...programme(place),
        people: [{ contactId: randomUUID(), code: (await participantAt(place)).code }],
        ...{ happenedOn: "2026-02-01", minutes: 30, mode: "phone", volunteerId: null, groupId: null },
        shares: equalShares(["emotional", "appraisal"]),
      }),
    },
    takeBack: { verb: "support-contact.log", ...local, input: contactAt },
  },
  volunteer: {
    add: {
      verb: "volunteer.save",
      ...local,
      input: ({ programmeId, siteId }) => {
        const volunteerId = randomUUID();
        return { programmeId, volunteerId, siteId, code: `V-${volunteerId.slice(0, 8)}`, startedOn: "2026-01-05" };
      },
    },
    end: {
      verb: "volunteer.save",
      ...local,
      input: async (place) => ({ ...(await volunteerAt(place)), leftOn: "2026-03-01" }),
    },
    list: { verb: "volunteer.list", ...plain, input: programme },
  },
};
