import type { Tx } from "@alongside/db/client";
import { ok } from "@alongside/domain/failure/failure";
import { findInstrument } from "@alongside/domain/instruments/registry";
import { permissionSchema, wordingGaps, wordingPackSchema } from "@alongside/domain/instruments/wording-pack";
import { z } from "zod";
import { authorise } from "../access/authorise";
import type { Context } from "../context";
import { parseInput } from "../parse-input";

export const listWordingInput = z.object({ programmeId: z.uuid() });

/**
 * The wording packs a programme holds: for which instrument and language, under whose permission, and how complete.
 * Not the wording itself.
 */
export async function listWording(context: Context, input: z.input<typeof listWordingInput>) {
  const parsed = parseInput(listWordingInput, input);
  if (!parsed.ok) return parsed;
  const scope = authorise(context, "wording.list", parsed.value.programmeId);
  if (!scope.ok) return scope;
  const rows = await scope.value.db.wordingPack.findMany({
    where: { programmeId: scope.value.programmeId },
    orderBy: [{ instrument: "asc" }, { language: "asc" }, { id: "asc" }],
  });
  return ok(rows.map(describe));
}

type Row = Awaited<ReturnType<Tx["wordingPack"]["findMany"]>>[number];

/** Content and permission were checked when they were stored; they are read again by the same rules. */
function describe({ id, instrument: code, edition, language, loadedAt, content, permission }: Row) {
  const pack = wordingPackSchema.safeParse(content);
  const instrument = findInstrument(code, edition);
  const report = pack.success && instrument !== undefined ? wordingGaps(instrument, pack.data) : null;
  const stated = permissionSchema.safeParse(permission);
  return {
    id,
    instrument: code,
    edition,
    language,
    loadedAt,
    permission: stated.success ? stated.data : null,
    /** Null when the edition is no longer in the catalogue. */
    completeness: report && {
      complete: report.complete,
      itemsGiven: report.itemsGiven,
      itemsNeeded: report.itemsNeeded,
      missingItems: report.missingItems,
      missingOptions: report.missingOptions,
    },
  };
}
