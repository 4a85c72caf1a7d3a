import type { LocalText } from "../instruments/local-text";

/**
 * What leaves: a table of scores with one row a person, time and measure; the same as a package for programs of statistics; or one
 * of the scripts with the rows they need.
 */
export const RELEASE_KINDS = ["scores", "data-package", "outcome-script", "results-script"] as const;
export type ReleaseKind = (typeof RELEASE_KINDS)[number];

/** What rows are taken for. */
export const RELEASE_PURPOSES = ["planned-analysis", "data-check", "publication", "audit-question", "other"] as const;
export type ReleasePurpose = (typeof RELEASE_PURPOSES)[number];

/** Where rows go: they stay with colleagues of the programme, or somebody else gets them. */
export const RELEASE_DESTINATIONS = ["inside", "outside"] as const;
export type ReleaseDestination = (typeof RELEASE_DESTINATIONS)[number];

/** What the second person says. */
export const RELEASE_DECISIONS = ["approved", "refused"] as const;
export type ReleaseDecision = (typeof RELEASE_DECISIONS)[number];

/** How the times of forms are given: days counted from the person's own baseline, or days of the calendar. */
export const RELEASE_DAYS = ["offset", "calendar"] as const;
export type ReleaseDays = (typeof RELEASE_DAYS)[number];

/** So long after it was approved, or asked for where nobody has to approve, rows may be taken. */
export const RELEASE_DAYS_TO_TAKE = 7;

/** A sentence is at least so long. */
export const RELEASE_WORDS_MIN = 20;
export const RELEASE_WORDS_MAX = 1000;

/** Waits for a second person; may be taken; was refused; was taken; was not taken in time. */
export const RELEASE_STATES = ["waiting", "approved", "refused", "taken", "expired"] as const;
export type ReleaseState = (typeof RELEASE_STATES)[number];

/** What was recorded of a release. */
export interface ReleaseFacts {
  readonly destination: ReleaseDestination;
  readonly askedAt: Date;
  readonly decision: { readonly decision: ReleaseDecision; readonly decidedAt: Date } | null;
  readonly takenAt: Date | null;
}

/** Whether a purpose has to be told in words too. */
export function needsWords(purpose: ReleasePurpose, destination: ReleaseDestination): boolean {
  return purpose === "other" || destination === "outside";
}

/** The moment from which rows can no longer be taken; null while nobody could take them. */
export function takeUntil({ destination, askedAt, decision }: Omit<ReleaseFacts, "takenAt">): Date | null {
  const from = destination === "inside" ? askedAt : decision?.decision === "approved" ? decision.decidedAt : null;
  return from === null ? null : new Date(from.getTime() + RELEASE_DAYS_TO_TAKE * 86_400_000);
}

/** How a release stands now. At the very end of its days it has expired. */
export function releaseState(facts: ReleaseFacts, now: Date): ReleaseState {
  if (facts.takenAt !== null) return "taken";
  if (facts.decision?.decision === "refused") return "refused";
  const until = takeUntil(facts);
  if (until === null) return "waiting";
  return now.getTime() < until.getTime() ? "approved" : "expired";
}

/** What a purpose is called, on screens and in the head of a file. */
export const PURPOSE_LABELS = {
  "planned-analysis": { en: "Analysis agreed in the programme's plan", zh: "项目计划中约定的分析" },
  "data-check": { en: "Quality check of the data", zh: "数据质量检查" },
  publication: { en: "Report or publication", zh: "报告或发表" },
  "audit-question": { en: "Question of an ethics or audit body", zh: "伦理或审计机构的询问" },
  other: { en: "Other", zh: "其他" },
} as const satisfies Record<ReleasePurpose, LocalText>;

/** What a destination is called. */
export const DESTINATION_LABELS = {
  inside: { en: "Stays inside the programme", zh: "留在项目内部" },
  outside: { en: "Goes outside the programme", zh: "提供给项目外部" },
} as const satisfies Record<ReleaseDestination, LocalText>;
