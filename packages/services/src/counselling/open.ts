import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import { z } from "zod";
import { calendarDate, fromDay, toDay } from "../calendar-date";
import type { Context } from "../context";
import { lockPerson } from "../participant/lock-person";
import { perform } from "../perform";
import { type JudgedResult, judgeResult } from "./judge-result";

export const openLoopInput = z.object({
  programmeId: z.uuid(),
  participantId: z.uuid(),
  /** Made by the caller, so that a repeated request opens once. */
  loopId: z.uuid(),
  /** The unsuppressed result that calls for it. */
  resultId: z.uuid(),
  openedOn: calendarDate,
});

export interface OpenedLoop {
  readonly loopId: string;
}

/**
 * Opens the counselling that an unsuppressed result calls for.
 * @returns `rule` when the result does not count, is not unsuppressed by the programme's rule, or the day cannot be;
 * `duplicate` when one is open already
 */
export function openCounsellingLoop(
  context: Context,
  input: z.input<typeof openLoopInput>,
): Promise<Result<OpenedLoop>> {
  return perform(context, "counselling.record", openLoopInput, input, async (tx, scope, asked) => {
    const { programmeId, participantId, loopId, resultId, openedOn } = asked;
    const person = await lockPerson(tx, context, scope, participantId);
    if (person === null) return fail("not-found", "participant.none");
    const value = { loopId };
    const before = await tx.counsellingLoop.findUnique({
      where: { participantId_id: { participantId, id: loopId } },
    });
    if (before !== null) {
      const same = before.openedByResultId === resultId && fromDay(before.openedOn) === openedOn;
      return same ? ok({ subjectId: participantId, detail: null, value }) : fail("conflict", "counselling.other-loop");
    }
    const judged = await judgeResult(tx, programmeId, participantId, resultId);
    if (judged === "none") return fail("not-found", "lab-result.none");
    if (judged === "other-kind" || !isUnsuppressed(judged)) return fail("rule", "counselling.not-called-for");
    const { collectedOn } = judged;
    if (openedOn > person.today) return fail("rule", "counselling.in-future", { params: { limit: person.today } });
    if (openedOn < collectedOn) return fail("rule", "counselling.before-result", { params: { limit: collectedOn } });
    const open = await tx.counsellingLoop.findFirst({ where: { participantId, closedOn: null } });
    if (open !== null) return fail("duplicate", "counselling.open-already", { params: { loopId: open.id } });
    await tx.counsellingLoop.create({
      data: {
        ...{ participantId, id: loopId, programmeId, openedByResultId: resultId, openedOn: toDay(openedOn) },
        ...{ openedById: scope.actorId, openedAt: context.now() },
      },
    });
    return ok({ subjectId: participantId, detail: { loopId, resultId, openedOn }, value });
  });
}

function isUnsuppressed({ verdict }: JudgedResult): boolean {
  return verdict.kind === "category" && verdict.category === "unsuppressed";
}
