import type { Result } from "@alongside/domain/failure/failure";
import { RELEASE_DESTINATIONS } from "@alongside/domain/release/release";
import { z } from "zod";
import { authorise } from "../access/authorise";
import type { Context } from "../context";
import { parseInput } from "../parse-input";
import { type PreparedScores, prepareScores } from "./prepare";
import { scoresChoice } from "./release-of";

export const previewReleaseInput = z.object({
  programmeId: z.uuid(),
  ...scoresChoice.shape,
  destination: z.enum(RELEASE_DESTINATIONS),
});

/** How alike the people of a table of scores would be, before it is asked for. */
export async function previewRelease(
  context: Context,
  input: z.input<typeof previewReleaseInput>,
): Promise<Result<PreparedScores>> {
  const parsed = parseInput(previewReleaseInput, input);
  if (!parsed.ok) return parsed;
  const { programmeId, destination, ...choice } = parsed.value;
  const scope = authorise(context, "release.ask", programmeId);
  if (!scope.ok) return scope;
  return prepareScores(context, programmeId, choice, destination);
}
