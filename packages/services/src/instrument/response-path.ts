import type { ResponsePath } from "@alongside/domain/instruments/risk-watch";
import { z } from "zod";

/** Who acts when an answer reveals risk, how soon, and what the interviewer says first. */
export const responsePathFields = z.object({
  contact: z.string().trim().min(3).max(200),
  withinHours: z.int().min(0).max(168),
  firstWords: z.string().trim().min(3).max(500),
});

/** A response path as it is stored; null where nothing readable is. */
export function readResponsePath(stored: unknown): ResponsePath | null {
  const path = responsePathFields.safeParse(stored);
  return path.success ? path.data : null;
}
