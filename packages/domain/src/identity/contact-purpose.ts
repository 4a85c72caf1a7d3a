import { z } from "zod";

/** For what contact details may be read. */
export const CONTACT_PURPOSES = [
  /** To agree on a day or remind of one. */
  "appointment",
  /** Somebody did not come. */
  "missed-visit",
  /** There is a result, which is told in person and never in the message itself. */
  "result-in-person",
  /** To look at what is kept, because it is to be put right. */
  "correction",
  /** None of these: said in words. */
  "other",
] as const;
export type ContactPurpose = (typeof CONTACT_PURPOSES)[number];

/** A purpose, with words where it is another than those listed. */
export const contactPurposeSchema = z.discriminatedUnion("purpose", [
  z.object({ purpose: z.enum(["appointment", "missed-visit", "result-in-person", "correction"]) }),
  z.object({ purpose: z.literal("other"), words: z.string().trim().min(3).max(200) }),
]);
export type StatedPurpose = z.output<typeof contactPurposeSchema>;

/** How long details stay on the screen after they were asked for. */
export const SHOWN_FOR_SECONDS = 60;
