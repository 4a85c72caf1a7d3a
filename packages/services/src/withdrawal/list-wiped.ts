import { collectsOn, WITHDRAWAL_LEVELS } from "@alongside/domain/consent/withdrawal";
import { ok, type Result } from "@alongside/domain/failure/failure";
import { z } from "zod";
import { authorise } from "../access/authorise";
import { calendarDate, fromDay } from "../calendar-date";
import type { Context } from "../context";
import { erasedAmong } from "../erasure/erased-among";
import { parseInput } from "../parse-input";

export const listWipedInput = z.object({
  programmeId: z.uuid(),
  /** What a device holds: whose form it is, and of which day. */
  held: z.array(z.object({ participantId: z.uuid(), day: calendarDate })).max(500),
});

export interface WipedForms {
  /** Positions in `held` of what may not be kept on the device any longer. */
  readonly wiped: readonly number[];
}

/**
 * Which forms a device has to drop, because the person stepped back or was erased. Says nothing about people whom the device
 * did not name, and nothing about those who did not step back.
 */
export async function listWiped(context: Context, input: z.input<typeof listWipedInput>): Promise<Result<WipedForms>> {
  const parsed = parseInput(listWipedInput, input);
  if (!parsed.ok) return parsed;
  const scope = authorise(context, "assessment.save", parsed.value.programmeId);
  if (!scope.ok) return scope;
  const { programmeId } = scope.value;
  const { held } = parsed.value;
  const ids = [...new Set(held.map(({ participantId }) => participantId))];
  if (ids.length === 0) return ok({ wiped: [] });
  const [rows, erased] = await Promise.all([
    scope.value.db.withdrawal.findMany({ where: { programmeId, participantId: { in: ids }, current: true } }),
    erasedAmong(scope.value.db, programmeId, ids),
  ]);
  const gone = new Set(erased);
  const standings = new Map(
    rows.map((row) => [
      row.participantId,
      {
        level: WITHDRAWAL_LEVELS.find((level) => level === row.level) ?? "none",
        fromOn: fromDay(row.fromOn),
        leavesOut: row.leavesOut,
      },
    ]),
  );
  const isWiped = ({ participantId, day }: (typeof held)[number]): boolean =>
    gone.has(participantId) || !collectsOn(standings.get(participantId) ?? null, day);
  return ok({ wiped: held.flatMap((one, at) => (isWiped(one) ? [at] : [])) });
}
