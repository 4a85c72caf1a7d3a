import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import type { ResultState } from "@alongside/domain/viral-load/measurement";
import { REJECTION_CODES, TEST_FAILURE_CODES } from "@alongside/domain/viral-load/no-result-reasons";
import type { PrintAnswer } from "@alongside/interchange/formats/laboratory-file/mapping";
import { isSameReading } from "@alongside/interchange/formats/laboratory-file/viral-load-row";
import type { z } from "zod";
import { canonicalText } from "../canonical-hash";
import type { Context } from "../context";
import { perform } from "../perform";
import { answerPrintsInput } from "./inputs";
import { addMapping, currentMapping, lockLaboratory } from "./laboratory-mapping";
import { storedReport } from "./report";
import { visibleImports } from "./stored-import";

/**
 * Remembers what ambiguous prints of this laboratory mean, as a new version of its mapping; the file is to be checked
 * again then. The same answers again make no new version. Only questions of the last dry run can be answered, and only by a reading that the parser offered.
 */
export function answerPrints(
  context: Context,
  input: z.input<typeof answerPrintsInput>,
): Promise<Result<{ readonly version: number }>> {
  return perform(context, "laboratory-import.answer", answerPrintsInput, input, async (tx, scope, asked) => {
    const { programmeId, importId, answers } = asked;
    const row = await tx.labImport.findFirst({ where: { id: importId, ...visibleImports(context, scope) } });
    if (row === null) return fail("not-found", "laboratory-import.none");
    const questions = storedReport(row.report)?.findings.questions ?? [];
    for (const answer of answers) {
      const question = questions.find(({ text, assay }) => text === answer.text && assay === answer.assay);
      if (question === undefined) return fail("rule", "laboratory-import.not-asked");
      const isOffered = answer.reading === null || question.readings.some((reading) => isSameReading(reading, answer));
      if (!isOffered || !hasItsCode(answer)) return fail("rule", "laboratory-import.not-offered");
    }
    await lockLaboratory(tx, programmeId, row.laboratoryId);
    const now = await currentMapping(tx, row.laboratoryId);
    if (now === null) return fail("rule", "laboratory-import.no-mapping");
    const key = ({ text, assay }: PrintAnswer) => JSON.stringify([text, assay]);
    const merged = new Map([...now.mapping.answers, ...answers].map((answer) => [key(answer), answer]));
    const same = canonicalText([...merged.values()]) === canonicalText(now.mapping.answers);
    if (same) return ok({ subjectId: programmeId, detail: null, value: { version: now.version } });
    const next = { version: now.version + 1, mapping: { ...now.mapping, answers: [...merged.values()] } };
    await addMapping(tx, row, next, { savedById: scope.actorId, savedAt: context.now() });
    const { version } = next;
    const detail = { importId, laboratoryId: row.laboratoryId, version, answers: answers.length };
    return ok({ subjectId: programmeId, detail, value: { version } });
  });
}

/** A rejected or failed specimen has its reason; nothing else has one. */
function hasItsCode({ reading, code }: PrintAnswer): boolean {
  const state: ResultState | undefined = reading?.state;
  if (state === "rejected") return REJECTION_CODES.some((known) => known === code);
  if (state === "failed") return TEST_FAILURE_CODES.some((known) => known === code);
  return code === null;
}
