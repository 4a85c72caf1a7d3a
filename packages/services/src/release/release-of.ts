import { RELEASE_DAYS } from "@alongside/domain/release/release";
import { z } from "zod";
import { outcomeInput } from "../outcome/outcome-input";
import { suppressionInput } from "../suppression/input";

/** What of the table of scores. */
export const scoresChoice = z.object({
  /** Only this site, for those who may look at single sites. */
  siteId: z.uuid().optional(),
  /** A data set that was frozen, in place of the records as they are. */
  snapshotId: z.uuid().optional(),
  /** Sites of few people are told as one. */
  mergeSites: z.boolean(),
  days: z.enum(RELEASE_DAYS),
});
export type ScoresChoice = z.output<typeof scoresChoice>;

/** What is to leave, with everything that was chosen. */
export const releaseOf = z.discriminatedUnion("what", [
  z.object({ what: z.literal("scores"), ...scoresChoice.shape }),
  z.object({ what: z.literal("data-package"), ...scoresChoice.shape, language: z.enum(["en", "zh"]) }),
  z.object({ what: z.literal("outcome-script"), ...outcomeInput.omit({ programmeId: true }).shape }),
  z.object({ what: z.literal("results-script"), ...suppressionInput.omit({ programmeId: true }).shape }),
]);
export type ReleaseOf = z.output<typeof releaseOf>;
