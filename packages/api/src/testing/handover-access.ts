import { type AccessTable, local, plain } from "./access-entry";
import { participantAt } from "./place";

/** A phone handed to a participant, as far as somebody asks who holds no such phone. */
export const HANDOVER_ACCESS = {
  handover: {
    begin: {
      verb: "assessment.hand-over",
      ...local,
      input: async (place) => {
        const { participantId } = await participantAt(place);
        const { programmeId } = place;
        return { programmeId, participantId, timepointCode: "baseline", instrument: "gad7", language: "en" };
      },
    },
    form: { verb: "signed-in", ...plain, input: () => undefined, letIn: "session.not-handed-over" },
    submit: { verb: "signed-in", ...plain, input: () => ({ answers: {} }), letIn: "session.not-handed-over" },
  },
} as const satisfies Pick<AccessTable, "handover">;

/** Locking one's own session and taking it back. */
export const HELD_SESSION_ACCESS = {
  hold: { verb: "signed-in", ...plain, input: () => undefined },
  lock: { verb: "signed-in", ...plain, input: () => undefined },
  setDevice: {
    verb: "signed-in",
    ...plain,
    input: () => ({ password: "not this one at all", pin: "2846", idleMinutes: 5 }),
    // No row of theirs counts the try: it gets as far as that.
    letIn: "session.none",
  },
  unlock: { verb: "signed-in", ...plain, input: () => ({ secret: "2846" }) },
} as const satisfies Partial<AccessTable["session"]>;
