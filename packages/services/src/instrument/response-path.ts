import { z } from "zod";

/** Who acts when an answer reveals risk, how soon, and what the interviewer says first. */
export const responsePathFields = z.object({
  contact: z.string().trim().min(3).max(200),
  withinHours: z.int().min(0).max(168),
  firstWords: z.string().trim().min(3).max(500),
});
export type ResponsePath = z.output<typeof responsePathFields>;
