import type { ReliableChange } from "@alongside/analysis/change-detail/reliable-change";
import type { ShownCount } from "./outcome-view";

export type KnownChange = Extract<ReliableChange, { kind: "reliable-change" }>;

/**
 * Everybody by what became of their score: of all enrolled where their number may be shown, with those nobody could
 * compare; else of those with both scores only, so that the difference gives away no small group. Those who got worse are
 * always a part of their own.
 */
export function reliableParts({ counts, withoutBoth }: KnownChange, enrolled: ShownCount) {
  const missing = enrolled.kind === "exact" ? withoutBoth : null;
  const parts = [
    ...(counts.recovered > 0 ? [{ id: "recovered", people: counts.recovered, tone: "better" } as const] : []),
    { id: "reliably-improved", people: counts.reliablyImproved, tone: "better" },
    { id: "unchanged", people: counts.unchanged, tone: "unchanged" },
    { id: "reliably-deteriorated", people: counts.reliablyDeteriorated, tone: "worse" },
    ...(missing === null ? [] : [{ id: "missing", people: missing, tone: "missing" } as const]),
  ] as const;
  return { parts, ofEnrolled: missing !== null };
}
