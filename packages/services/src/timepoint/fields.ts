import { z } from "zod";

export const TIMEPOINT_KINDS = ["baseline", "end", "follow-up"] as const;

/** Days count from enrolment; the window runs from `targetDay - daysBefore` to `targetDay + daysAfter`. */
export const timepointFields = {
  code: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { message: "timepoint.code-form" })
    .max(40),
  label: z.string().trim().min(1).max(80),
  kind: z.enum(TIMEPOINT_KINDS),
  position: z.int().min(0).max(999),
  targetDay: z.int().min(-365).max(3650),
  daysBefore: z.int().min(0).max(365),
  daysAfter: z.int().min(0).max(365),
} as const;
