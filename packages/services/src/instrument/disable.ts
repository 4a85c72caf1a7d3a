import { fail, ok } from "@alongside/domain/failure/failure";
import { z } from "zod";
import type { Context } from "../context";
import { perform } from "../perform";

export const disableInstrumentInput = z.object({
  programmeId: z.uuid(),
  instrument: z.string().min(1).max(64),
  edition: z.string().min(1).max(32),
});

/** Stops asking an instrument. Everything recorded with it stays and is still charted. */
export function disableInstrument(context: Context, input: z.input<typeof disableInstrumentInput>) {
  return perform(context, "instrument.disable", disableInstrumentInput, input, async (tx, _scope, value) => {
    const changed = await tx.instrumentUse.updateMany({ where: { ...value, active: true }, data: { active: false } });
    if (changed.count === 0) return fail("not-found", "instrument.not-in-use");
    const { programmeId, instrument, edition } = value;
    return ok({ subjectId: programmeId, detail: { instrument, edition }, value: null });
  });
}
