import { z } from "zod";

/** The five types of support, as a log of contacts names them. Each is `support.<name>` in the framework. */
export const SUPPORT_TYPE_NAMES = ["informational", "instrumental", "emotional", "affiliational", "appraisal"] as const;
export type SupportTypeName = (typeof SUPPORT_TYPE_NAMES)[number];

/** How a supporter and a person met. */
export const CONTACT_MODES = ["face-to-face", "phone", "message", "group"] as const;
export type ContactMode = (typeof CONTACT_MODES)[number];

/** Longest contact that is believed: a day together. */
export const MOST_MINUTES = 720;

/** Which part of the time each type took, in whole per cent: together 100, of those not given nothing. */
export const supportShares = z
  .record(z.enum(SUPPORT_TYPE_NAMES), z.int().min(0).max(100))
  .refine((shares) => sumOf(shares) === 100, "support-contact.shares");
export type SupportShares = Readonly<Record<SupportTypeName, number>>;

/**
 * The same part of the time for each of several types; what cannot be split evenly goes to the first ones. Nothing of any
 * for none.
 */
export function equalShares(types: readonly SupportTypeName[]): SupportShares {
  const given = SUPPORT_TYPE_NAMES.filter((type) => types.includes(type));
  const [each, over] = given.length === 0 ? [0, 0] : [Math.floor(100 / given.length), 100 % given.length];
  const of = (type: SupportTypeName) => {
    const at = given.indexOf(type);
    return at === -1 ? 0 : each + (at < over ? 1 : 0);
  };
  return {
    informational: of("informational"),
    instrumental: of("instrumental"),
    emotional: of("emotional"),
    affiliational: of("affiliational"),
    appraisal: of("appraisal"),
  };
}

function sumOf(shares: SupportShares): number {
  return SUPPORT_TYPE_NAMES.reduce((sum, type) => sum + shares[type], 0);
}
