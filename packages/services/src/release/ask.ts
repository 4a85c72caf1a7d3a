import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import {
  needsWords,
  RELEASE_DESTINATIONS,
  RELEASE_PURPOSES,
  RELEASE_WORDS_MAX,
  RELEASE_WORDS_MIN,
} from "@alongside/domain/release/release";
import { z } from "zod";
import { authorise, type Scope } from "../access/authorise";
import type { Context } from "../context";
import { parseInput } from "../parse-input";
import { perform } from "../perform";
import { prepareRelease } from "./prepare";
import { releaseOf } from "./release-of";

export const askReleaseInput = z.object({
  programmeId: z.uuid(),
  /** Made by the caller, so that a repeated request asks once. */
  releaseId: z.uuid(),
  of: releaseOf,
  purpose: z.enum(RELEASE_PURPOSES),
  words: z.string().trim().max(RELEASE_WORDS_MAX),
  destination: z.enum(RELEASE_DESTINATIONS),
});

export interface AskedRelease {
  readonly releaseId: string;
}

/**
 * Asks to take rows of people out, with what for and where to. What would leave now is made and thrown away; its fingerprint
 * is kept, so that what is approved is what is handed out.
 * @returns `row-release.words` where a sentence is missing; `row-release.outside-not-yours`; the answer of the page of the
 *   same figures where it does not open or is held
 */
export async function askRelease(
  context: Context,
  input: z.input<typeof askReleaseInput>,
): Promise<Result<AskedRelease>> {
  const parsed = parseInput(askReleaseInput, input);
  if (!parsed.ok) return parsed;
  const asked = parsed.value;
  const scope = authorise(context, "release.ask", asked.programmeId);
  if (!scope.ok) return scope;
  if (asked.destination === "outside" && !maySendOutside(scope.value)) {
    return fail("rule", "row-release.outside-not-yours");
  }
  if (needsWords(asked.purpose, asked.destination) && asked.words.length < RELEASE_WORDS_MIN) {
    return fail("rule", "row-release.words", { params: { smallest: RELEASE_WORDS_MIN } });
  }
  const prepared = await prepareRelease(context, asked.programmeId, asked);
  if (!prepared.ok) return prepared;
  const { contentHash, rows, report, siteIds } = prepared.value;
  return perform(context, "release.ask", askReleaseInput, input, async (tx, { programmeId, actorId }) => {
    const { releaseId: id, of, purpose, words, destination } = asked;
    const value = { releaseId: id };
    const found = await tx.rowRelease.findUnique({ where: { programmeId_id: { programmeId, id } } });
    if (found !== null) {
      const repeated = found.askedById === actorId;
      return repeated ? ok({ subjectId: actorId, detail: null, value }) : fail("not-found", "row-release.none");
    }
    await tx.rowRelease.create({
      data: {
        ...{ programmeId, id, what: of.what, parameters: of, purpose, words, destination, contentHash, rows, report },
        ...{ askedById: actorId, askedAt: context.now(), siteIds: [...siteIds] },
      },
    });
    const detail = { releaseId: id, what: of.what, purpose, destination, rows };
    return ok({ subjectId: actorId, detail, value });
  });
}

/** Those who work with rows for others; whoever only collects them never does. */
export function maySendOutside({ roles }: Scope): boolean {
  return roles.includes("researcher") || roles.includes("administrator");
}
