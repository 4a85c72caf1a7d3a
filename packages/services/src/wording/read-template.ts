import { fail, ok } from "@alongside/domain/failure/failure";
import { findInstrument } from "@alongside/domain/instruments/registry";
import { writeWordingPack } from "@alongside/interchange/formats/wording-pack/write-wording-pack";
import { z } from "zod";
import { authorise } from "../access/authorise";
import type { Context } from "../context";
import { parseInput } from "../parse-input";

export const readWordingTemplateInput = z.object({
  programmeId: z.uuid(),
  instrument: z.string().min(1).max(64),
  edition: z.string().min(1).max(32),
  language: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/),
});

/** A table with a row for every text an instrument needs, to be filled in with a spreadsheet program and loaded. */
export async function readWordingTemplate(context: Context, input: z.input<typeof readWordingTemplateInput>) {
  const parsed = parseInput(readWordingTemplateInput, input);
  if (!parsed.ok) return parsed;
  const scope = authorise(context, "wording.load", parsed.value.programmeId);
  if (!scope.ok) return scope;
  const { instrument: code, edition, language } = parsed.value;
  const instrument = findInstrument(code, edition);
  if (instrument === undefined) return fail("not-found", "instrument.none", { params: { instrument: code, edition } });
  if (instrument.wording !== "pack") return fail("rule", `wording.${instrument.wording}-only`);
  const sets = Object.entries(instrument.responseSets).map(([set, { options }]) => [
    set,
    Object.fromEntries(options.map((option) => [option.code, ""])),
  ]);
  const items = Object.fromEntries(instrument.items.map(({ id }) => [id, ""]));
  const options: Record<string, Record<string, string>> = Object.fromEntries(sets);
  const blank = { instrument: code, edition, language, title: instrument.abbreviation, instructions: "" };
  return ok({
    fileName: `wording-${language}.csv`,
    csv: writeWordingPack({ ...blank, items, options }, "csv"),
  });
}
