import { fail, ok } from "@alongside/domain/failure/failure";
import { findInstrument } from "@alongside/domain/instruments/registry";
import { ASKED_OF } from "@alongside/domain/schedule/asked-of";
import { z } from "zod";
import type { Context } from "../context";
import { perform } from "../perform";
import { responsePathFields } from "./response-path";

export const enableInstrumentInput = z.object({
  programmeId: z.uuid(),
  instrument: z.string().min(1).max(64),
  edition: z.string().min(1).max(32),
  /** Empty: asked at every timepoint. */
  timepointCodes: z.array(z.string().max(40)).max(50).default([]),
  /** Absent: as it is set already, or as the instrument suggests. */
  askedOf: z.enum(ASKED_OF).optional(),
  position: z.int().min(0).max(999).default(0),
  responsePath: responsePathFields.optional(),
});

/**
 * Switches an instrument edition on, or changes when and of whom it is asked. One with questions that can reveal risk needs a
 * response path first. Another edition of the same instrument is switched off: two would fill one place.
 */
export function enableInstrument(context: Context, input: z.input<typeof enableInstrumentInput>) {
  return perform(context, "instrument.enable", enableInstrumentInput, input, async (tx, _scope, value) => {
    const { programmeId, instrument: code, edition, timepointCodes, askedOf, position, responsePath } = value;
    const instrument = findInstrument(code, edition);
    if (instrument === undefined)
      return fail("not-found", "instrument.none", { params: { instrument: code, edition } });
    if (instrument.risks.length > 0 && responsePath === undefined) {
      return fail("rule", "instrument.response-path-needed", { params: { instrument: code } });
    }
    const known = await tx.timepoint.findMany({ where: { programmeId }, select: { code: true } });
    const unknown = timepointCodes.filter((wanted) => !known.some((timepoint) => timepoint.code === wanted));
    if (unknown.length > 0) return fail("not-found", "timepoint.none", { params: { timepoint: unknown.join(", ") } });

    const data = { active: true, timepointCodes, position, ...(responsePath && { responsePath }) };
    await tx.instrumentUse.updateMany({
      where: { programmeId, instrument: code, active: true },
      data: { active: false },
    });
    const use = await tx.instrumentUse.upsert({
      where: { programmeId_instrument_edition: { programmeId, instrument: code, edition } },
      create: {
        id: context.newId(),
        programmeId,
        instrument: code,
        edition,
        ...data,
        askedOf: askedOf ?? instrument.askedOf ?? "everyone",
      },
      update: { ...data, ...(askedOf && { askedOf }) },
      select: { askedOf: true },
    });
    const detail = { instrument: code, edition, timepointCodes, askedOf: use.askedOf };
    return ok({ subjectId: programmeId, detail, value: null });
  });
}
