import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type DerivedCount, type NestedCount, showNestedCounts } from "./show-nested-counts";
import { boundsOf } from "./shown-count";

/** The truth about one measure at the baseline and one follow-up, as disjoint groups. */
interface Truth {
  readonly paired: number;
  /** Scored at baseline, at follow-up: unscored, not answered. */
  readonly baselineThenUnscored: number;
  readonly baselineOnly: number;
  readonly followUpOnly: number;
  readonly unscoredAtFollowUpOnly: number;
  readonly neither: number;
}

function counts(truth: Truth): NestedCount[] {
  const baseline = truth.paired + truth.baselineThenUnscored + truth.baselineOnly;
  const followUp = truth.paired + truth.followUpOnly;
  const unscored = truth.baselineThenUnscored + truth.unscoredAtFollowUpOnly;
  const enrolled = baseline + truth.followUpOnly + truth.unscoredAtFollowUpOnly + truth.neither;
  return [
    { id: "enrolled", n: enrolled, contains: ["baseline", "followUp", "unscored", ...derived.map(({ id }) => id)] },
    { id: "baseline", n: baseline, contains: ["paired"] },
    { id: "followUp", n: followUp, contains: ["paired"] },
    { id: "unscored", n: unscored, contains: [] },
    { id: "paired", n: truth.paired, contains: [] },
  ];
}

const derived: readonly DerivedCount[] = [
  { id: "answered", plus: ["followUp", "unscored"], minus: [] },
  { id: "pairedOrUnscored", plus: ["paired", "unscored"], minus: [] },
  { id: "baselineOrFollowUp", plus: ["baseline", "followUp"], minus: ["paired"] },
];

/** Every figure an attacker may want, from the numbers of the table. */
function secrets(truth: Truth): Record<string, number> {
  const n = Object.fromEntries(counts(truth).map((count) => [count.id, count.n])) as Record<string, number>;
  const { enrolled = 0, baseline = 0, followUp = 0, unscored = 0, paired = 0 } = n;
  return {
    ...n,
    notAtBaseline: enrolled - baseline,
    notAtFollowUp: enrolled - followUp,
    lost: baseline - paired,
    newcomers: followUp - paired,
    notPaired: enrolled - paired,
    notAnswered: enrolled - followUp - unscored,
    atNeither: enrolled - baseline - followUp + paired,
  };
}

const show = (truth: Truth, k: number) => showNestedCounts(counts(truth), derived, k);
const text = (shown: ReturnType<typeof show>) =>
  JSON.stringify([...shown.entries()].sort(([a], [b]) => (a < b ? -1 : 1)));

/** All truths with at most `most` people enrolled. */
function* truths(most: number, mostUnscored: number): Generator<Truth> {
  for (let paired = 0; paired <= most; paired += 1)
    for (let baselineOnly = 0; baselineOnly <= most - paired; baselineOnly += 1)
      for (let followUpOnly = 0; followUpOnly <= most - paired - baselineOnly; followUpOnly += 1)
        for (let a = 0; a <= Math.min(mostUnscored, most - paired - baselineOnly - followUpOnly); a += 1)
          for (let b = 0; b <= Math.min(mostUnscored, most - paired - baselineOnly - followUpOnly - a); b += 1)
            for (let neither = 0; neither <= most - paired - baselineOnly - followUpOnly - a - b; neither += 1)
              yield {
                paired,
                baselineOnly,
                followUpOnly,
                baselineThenUnscored: a,
                unscoredAtFollowUpOnly: b,
                neither,
              };
}

/** Groups all truths by the table they lead to: what an attacker who knows the rule can still tell apart. */
function attack(most: number, mostUnscored: number, k: number) {
  const seen = new Map<string, { possible: Record<string, Set<number>>; examples: Truth[] }>();
  for (const truth of truths(most, mostUnscored)) {
    const key = text(show(truth, k));
    const group = seen.get(key) ?? { possible: {}, examples: [] };
    for (const [name, value] of Object.entries(secrets(truth))) {
      group.possible[name] ??= new Set();
      group.possible[name].add(value);
    }
    group.examples.push(truth);
    seen.set(key, group);
  }
  return [...seen.values()];
}

describe("showNestedCounts", () => {
  it.each([
    [3, 12, 12],
    [4, 13, 4],
    [5, 20, 0],
  ])("lets nobody work out a figure from 1 to k - 1 (k = %i, all tables up to %i people)", (k, most, mostUnscored) => {
    let leaks = 0;
    let checked = 0;
    for (const { possible, examples } of attack(most, mostUnscored, k)) {
      for (const truth of examples) {
        const all = secrets(truth);
        // At the edge of the enumeration, alternatives with more people are missing from it.
        if ((all.enrolled ?? 0) > most - 2 * k + 1) continue;
        for (const [name, value] of Object.entries(all)) {
          if (value < 1 || value >= k) continue;
          checked += 1;
          if (possible[name]?.size === 1) leaks += 1;
        }
      }
    }
    expect(checked).toBeGreaterThan(1000);
    expect(leaks).toBe(0);
  });

  const truth: fc.Arbitrary<Truth> = fc
    .tuple(...Array.from({ length: 6 }, () => fc.oneof(fc.nat(12), fc.nat(200))))
    .map(([paired = 0, a = 0, b = 0, c = 0, d = 0, e = 0]) => ({
      paired,
      baselineThenUnscored: a,
      baselineOnly: b,
      followUpOnly: c,
      unscoredAtFollowUpOnly: d,
      neither: e,
    }));
  const threshold = fc.integer({ min: 3, max: 10 });

  it("never lies: the truth lies within what is shown, and a shown count is 0 or at least k", () => {
    fc.assert(
      fc.property(truth, threshold, (one, k) => {
        const shown = show(one, k);
        for (const { id, n } of counts(one)) {
          const count = shown.get(id);
          expect(count).toBeDefined();
          if (!count) continue;
          const { low, high } = boundsOf(count);
          expect(low <= n && n <= high).toBe(true);
          if (count.kind === "exact") expect(n === 0 || n >= k).toBe(true);
          else expect(high).toBeGreaterThan(low);
        }
      }),
    );
  });

  it("does not depend on the order of the counts", () => {
    fc.assert(
      fc.property(truth, threshold, (one, k) => {
        const reversed = showNestedCounts(counts(one).reverse(), [...derived].reverse(), k);
        expect(text(reversed)).toBe(text(show(one, k)));
      }),
    );
  });

  it("looks the same for every number of people enrolled inside the range shown", () => {
    fc.assert(
      fc.property(truth, threshold, (one, k) => {
        const shown = show(one, k).get("enrolled");
        fc.pre(shown?.kind === "range");
        const least = (counts(one)[0]?.n ?? 0) - one.neither;
        const { low, high } = boundsOf(shown ?? { kind: "exact", n: 0 });
        for (let enrolled = Math.max(low, least); enrolled <= high; enrolled += 1) {
          expect(text(show({ ...one, neither: enrolled - least }, k))).toBe(text(show(one, k)));
        }
      }),
    );
  });
});
