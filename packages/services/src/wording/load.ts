import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import { findInstrument } from "@alongside/domain/instruments/registry";
import { permissionSchema, type WordingReport, wordingGaps } from "@alongside/domain/instruments/wording-pack";
import { readWordingPack, WORDING_PACK_BYTES } from "@alongside/interchange/formats/wording-pack/read-wording-pack";
import { z } from "zod";
import { authorise } from "../access/authorise";
import type { Context } from "../context";
import { parseInput } from "../parse-input";
import { perform } from "../perform";

/** Base64 writes three bytes as four characters. */
const LONGEST_BASE64 = Math.ceil(WORDING_PACK_BYTES / 3) * 4 + 4;

export const loadWordingInput = z.object({
  programmeId: z.uuid(),
  /** The instrument the person chose; a file for another one is refused. */
  instrument: z.string().min(1).max(64),
  edition: z.string().min(1).max(32),
  /** The file's bytes, a table or JSON. */
  fileBase64: z.base64().max(LONGEST_BASE64, { message: "wording.too-large" }),
  permission: permissionSchema,
});

export interface LoadedWording {
  readonly language: string;
  /** True when a pack of the same language was there before. */
  readonly replaced: boolean;
  readonly report: WordingReport;
}

/**
 * Stores the wording of one published instrument in one language, with the permission under which the programme holds
 * it. A pack with gaps is kept and says so; one that does not belong to the instrument is refused.
 */
export async function loadWording(
  context: Context,
  input: z.input<typeof loadWordingInput>,
): Promise<Result<LoadedWording>> {
  const parsed = parseInput(loadWordingInput, input);
  if (!parsed.ok) return parsed;
  // Asked before the file is read, so that a file costs nothing to whoever may not load one.
  const scope = authorise(context, "wording.load", parsed.value.programmeId);
  if (!scope.ok) return scope;
  const { instrument: code, edition } = parsed.value;
  const instrument = findInstrument(code, edition);
  if (instrument === undefined) return fail("not-found", "instrument.none", { params: { instrument: code, edition } });
  const read = await readWordingPack(Buffer.from(parsed.value.fileBase64, "base64"));
  if (!read.ok) return read;
  const pack = read.value;
  const report = wordingGaps(instrument, pack);
  if (report.issues.length > 0) return fail("invalid", "wording.does-not-fit", { issues: report.issues });
  return perform(context, "wording.load", loadWordingInput, input, async (tx, _scope, value) => {
    const { programmeId, permission } = value;
    const { language } = pack;
    const key = { programmeId, instrument: instrument.code, edition, language };
    const before = await tx.wordingPack.findUnique({
      where: { programmeId_instrument_edition_language: key },
      select: { id: true },
    });
    const data = { content: pack, permission, loadedById: _scope.actorId, loadedAt: context.now() };
    await tx.wordingPack.upsert({
      where: { programmeId_instrument_edition_language: key },
      create: { id: context.newId(), ...key, ...data },
      update: data,
    });
    const replaced = before !== null;
    const detail = { instrument: `${instrument.code}@${edition}`, language, complete: report.complete, replaced };
    return ok({ subjectId: programmeId, detail, value: { language, replaced, report } });
  });
}
