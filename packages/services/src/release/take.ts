import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import { DESTINATION_LABELS, PURPOSE_LABELS, releaseState } from "@alongside/domain/release/release";
import { z } from "zod";
import { authorise, type Scope } from "../access/authorise";
import { writeAuditEvent } from "../audit/write-audit-event";
import type { Context } from "../context";
import type { ScriptHead } from "../outcome/export-script";
import { parseInput } from "../parse-input";
import { perform } from "../perform";
import { type Prepared, prepareRelease } from "./prepare";
import { factsOf, findReleases, type StoredRelease } from "./stored-release";

export const takeReleaseInput = z.object({ programmeId: z.uuid(), releaseId: z.uuid() });

/** The file of a release. Whoever hands it on in pieces never makes the text. */
export interface TakenRelease extends Pick<Prepared, "type" | "fileName" | "pieces"> {
  /** All pieces together. */
  readonly text: string;
}

/**
 * Hands out the rows of a release, once, to whoever asked for it, if they are those that were asked for. A refusal leaves a
 * trace too.
 * @returns `row-release.none`; `row-release.waiting`, `.refused`, `.expired`, `.taken` by its state; `row-release.changed` where
 *   the rows have become others since
 */
export async function takeRelease(
  context: Context,
  input: z.input<typeof takeReleaseInput>,
): Promise<Result<TakenRelease>> {
  const parsed = parseInput(takeReleaseInput, input);
  if (!parsed.ok) return parsed;
  const { programmeId, releaseId } = parsed.value;
  const scope = authorise(context, "release.take", programmeId);
  if (!scope.ok) return scope;
  const { actorId, db } = scope.value;
  const [release] = await findReleases(db, { programmeId, id: releaseId, askedById: actorId }, 1);
  if (release === undefined) return fail("not-found", "row-release.none");
  const state = releaseState(factsOf(release), context.now());
  if (state !== "approved") return refuse(context, scope.value, releaseId, state);
  const asked = { of: release.parameters, destination: release.destination };
  const prepared = await prepareRelease(context, programmeId, asked, headOf(release));
  if (!prepared.ok) return prepared;
  const { type, fileName, pieces, rows, contentHash } = prepared.value;
  if (contentHash !== release.contentHash) return refuse(context, scope.value, releaseId, "changed");
  const taken = await perform(context, "release.take", takeReleaseInput, input, async (tx) => {
    await tx.rowReleaseTaking.create({ data: { programmeId, releaseId, takenAt: context.now() } });
    const { purpose, destination, parameters } = release;
    const detail = { releaseId, what: parameters.what, purpose, destination, rows };
    return ok({ subjectId: actorId, detail, value: fileOf({ type, fileName, pieces }) });
  });
  // Somebody took it at the same moment; the table lets it happen once.
  if (!taken.ok && taken.failure.code === "duplicate") return refuse(context, scope.value, releaseId, "taken");
  return taken;
}

/** The text is made when it is asked for; the pieces are not among what a call from elsewhere is answered with. */
function fileOf({ type, fileName, pieces }: Pick<Prepared, "type" | "fileName" | "pieces">): TakenRelease {
  const file = {
    type,
    fileName,
    pieces,
    get text() {
      return [...pieces].join("");
    },
  };
  return Object.defineProperty(file, "pieces", { enumerable: false });
}

async function refuse(
  context: Context,
  scope: Scope,
  releaseId: string,
  why: "waiting" | "refused" | "taken" | "expired" | "changed",
): Promise<Result<never>> {
  await writeAuditEvent(scope.db, context, scope, scope.actorId, { releaseId, refused: why });
  return fail("rule", `row-release.${why}`);
}

/** What stands before everything else in a script. English, as scripts are. */
function headOf({ id, purpose, words, destination, decisions }: StoredRelease): ScriptHead {
  return [
    { label: "Release", value: id },
    { label: "Purpose", value: [PURPOSE_LABELS[purpose].en, words].filter((text) => text !== "").join(": ") },
    {
      label: "Destination",
      value: `${DESTINATION_LABELS[destination].en}${decisions.length > 0 ? ", approved by a second person" : ""}`,
    },
  ];
}
