import { randomUUID } from "node:crypto";
import { createInvitation } from "@alongside/services/invitation/create";
import { type AccessTable, local, plain, thing } from "./access-entry";
import { colleagueAt, type Place } from "./place";

const programme = ({ programmeId }: Place) => ({ programmeId });
const colleague = async (place: Place) => ({ programmeId: place.programmeId, userId: await colleagueAt(place) });
/** Somebody to be invited to the place. */
const invited = ({ programmeId, siteId }: Place) => {
  return { programmeId, siteId, name: "Amina", email: `${randomUUID()}@example.org`, role: "evaluator" } as const;
};
/** An invitation to the place that nobody has used yet. */
const openInvitation = async (place: Place) => {
  const made = await createInvitation(place.administrator, invited(place));
  if (!made.ok || made.value.invitationId === null) throw new Error("not invited");
  return { programmeId: place.programmeId, invitationId: made.value.invitationId };
};

/** The people of a programme and those who are invited. */
export const PEOPLE_ACCESS: Pick<AccessTable, "invitation" | "person"> = {
  person: {
    add: {
      verb: "person.add",
      ...local,
      input: ({ programmeId, siteId }) => {
        return { programmeId, siteId, name: "Amina", email: `${randomUUID()}@example.org`, role: "evaluator" };
      },
    },
    changeRole: {
      verb: "person.change-role",
      ...thing,
      input: async (place) => ({ ...(await colleague(place)), roles: [{ role: "evaluator", siteId: null }] }),
    },
    disable: {
      verb: "person.disable",
      ...thing,
      input: async (place) => ({ ...(await colleague(place)), disabled: true }),
    },
    list: { verb: "person.list", ...plain, input: programme },
    resetPassword: { verb: "person.reset-password", ...thing, input: colleague },
    resetSecondFactor: { verb: "person.reset-second-factor", ...thing, input: colleague },
    giveWayIn: { verb: "person.give-way-in", ...thing, input: colleague },
    endSessions: { verb: "person.end-sessions", ...thing, input: colleague },
  },
  invitation: {
    create: { verb: "invitation.create", ...local, input: invited },
    list: { verb: "invitation.list", ...plain, input: programme },
    revoke: { verb: "invitation.revoke", ...thing, input: openInvitation },
  },
};
