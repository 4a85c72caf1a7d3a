import { type CohortCriteria, canonicalCriteria, cohortCriteria } from "@alongside/domain/cohort-definition/criteria";

/** Two bounds as they are typed. */
export interface BandDraft {
  readonly from: string;
  readonly below: string;
}

/** Criteria as a form holds them while somebody types: empty stands for no criterion. */
export interface CriteriaDraft {
  readonly arms: readonly string[];
  readonly sites: readonly string[];
  readonly enrolledFrom: string;
  readonly enrolledUntil: string;
  readonly daysOnTreatment: BandDraft;
  readonly baseline: readonly (BandDraft & { readonly measure: string })[];
  readonly age: BandDraft;
  readonly gender: readonly string[];
  readonly keyPopulations: readonly string[];
  readonly dose: readonly (BandDraft & { readonly type: string; readonly withinDays: string })[];
  readonly volunteers: readonly string[];
  readonly standing: readonly string[];
}

/** Parts of the form that can be wrong. */
export type DraftPart = (typeof PARTS)[number];

const RULES = ["band-open", "band-empty", "band-twice"] as const;
/** Why something is no criterion yet: by a rule of criteria, or because it is no number. */
export type DraftRule = (typeof RULES)[number] | "number";

export type ReadDraft =
  | { readonly kind: "criteria"; readonly criteria: CohortCriteria }
  /** What is not a band or a period yet, and why. */
  | { readonly kind: "problem"; readonly part: DraftPart; readonly rule: DraftRule };

/** The form of a cohort as it is. */
export function draftOf(criteria: CohortCriteria): CriteriaDraft {
  const { arms = [], sites = [], enrolled, daysOnTreatment, baseline = [], standing = [] } = criteria;
  const { age, gender = [], keyPopulations = [], dose = [], volunteers = [] } = criteria;
  return {
    ...{ arms, sites, standing, gender, keyPopulations, volunteers },
    dose: dose.map(({ type, withinDays, ...of }) => ({ type, withinDays: String(withinDays), ...bandDraft(of) })),
    age: bandDraft(age),
    enrolledFrom: enrolled?.from ?? "",
    enrolledUntil: enrolled?.until ?? "",
    daysOnTreatment: bandDraft(daysOnTreatment),
    baseline: baseline.map(({ measure, ...band }) => ({ measure, ...bandDraft(band) })),
  };
}

/** The criteria that a form says, in their one way of writing, or the first thing in it that is not one. */
export function readDraft(draft: CriteriaDraft): ReadDraft {
  const { enrolledFrom: from, enrolledUntil: until } = draft;
  const bands = draft.baseline.filter(({ measure }) => measure !== "");
  const parsed = cohortCriteria.safeParse({
    ...(draft.arms.length > 0 && { arms: draft.arms }),
    ...(draft.sites.length > 0 && { sites: draft.sites }),
    ...((from || until) && { enrolled: { from: from || null, until: until || null } }),
    ...(isTyped(draft.daysOnTreatment) && { daysOnTreatment: band(draft.daysOnTreatment) }),
    ...(bands.length > 0 && { baseline: bands.map((one) => ({ measure: one.measure, ...band(one) })) }),
    ...(isTyped(draft.age) && { age: band(draft.age) }),
    ...(draft.gender.length > 0 && { gender: draft.gender }),
    ...(draft.keyPopulations.length > 0 && { keyPopulations: draft.keyPopulations }),
    ...(draft.dose.length > 0 && {
      dose: draft.dose.map((one) => ({ type: one.type, withinDays: Number(one.withinDays.trim()), ...band(one) })),
    }),
    ...(draft.volunteers.length > 0 && { volunteers: draft.volunteers }),
    ...(draft.standing.length > 0 && { standing: draft.standing }),
  });
  if (parsed.success) return { kind: "criteria", criteria: canonicalCriteria(parsed.data) };
  const [issue] = parsed.error.issues;
  const part = PARTS.find((one) => one === issue?.path[0]) ?? "baseline";
  return { kind: "problem", part, rule: RULES.find((one) => issue?.message === `cohort-criteria.${one}`) ?? "number" };
}

const PARTS = ["enrolled", "daysOnTreatment", "baseline", "age", "dose"] as const;

function bandDraft(of: { readonly from: number | null; readonly below: number | null } | undefined): BandDraft {
  return { from: of?.from?.toString() ?? "", below: of?.below?.toString() ?? "" };
}

function isTyped({ from, below }: BandDraft): boolean {
  return from.trim() !== "" || below.trim() !== "";
}

/** A bound that is no number stays one that no criterion takes. */
function band({ from, below }: BandDraft) {
  const bound = (text: string) => (text.trim() === "" ? null : Number(text.trim().replace(",", ".")));
  return { from: bound(from), below: bound(below) };
}
