import { withoutProgramme } from "@alongside/db/scope/without-programme";
import type { HandedForm } from "@alongside/domain/access/hold";
import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import { z } from "zod";
import { languageTag } from "../assessment/input";
import { openAssessmentForm } from "../assessment/open-form";
import type { Context } from "../context";
import { parseInput } from "../parse-input";
import { perform } from "../perform";

export const handOverInput = z.object({
  programmeId: z.uuid(),
  participantId: z.uuid(),
  timepointCode: z.string().min(1).max(64),
  instrument: z.string().min(1).max(64),
  language: languageTag,
});

/**
 * Narrows one's own session to one empty form, for a participant to answer alone. From the next request on the server
 * answers nothing but that form, until the PIN or password is given. A form that is stored already is not handed over.
 */
export async function handOver(context: Context, input: z.input<typeof handOverInput>): Promise<Result<null>> {
  const parsed = parseInput(handOverInput, input);
  if (!parsed.ok) return parsed;
  const opened = await openAssessmentForm(context, parsed.value);
  if (!opened.ok) return opened;
  const { place, view } = opened.value;
  if (place.collected !== null) {
    const params = { timepoint: place.timepointCode, instrument: place.instrument };
    return fail("duplicate", "assessment.second-at-timepoint", { params });
  }
  const { programmeId, participantId } = parsed.value;
  const { timepointId, timepointCode, instrument, edition } = place;
  const form = { timepointId, timepointCode, instrument, edition, language: view.language } as const;
  const handed: HandedForm = { programmeId, participantId, ...form, assessmentId: context.newId() };
  const written = await perform(context, "assessment.hand-over", handOverInput, input, async () =>
    ok({ subjectId: participantId, detail: { timepoint: timepointCode, instrument }, value: null }),
  );
  if (!written.ok) return written;
  await withoutProgramme(context.database).session.updateMany({
    where: { id: context.actor?.sessionId ?? "" },
    data: { handedOver: { form: { ...handed }, done: false } },
  });
  return ok(null);
}
