import { hideInLine } from "../disclosure-control/hide-in-line";
import { type NestedCount, showNestedCounts } from "../disclosure-control/show-nested-counts";
import { effectiveThreshold, type ShownCount, suppressCount } from "../disclosure-control/shown-count";
import type { ShownCohort } from "../outcome/outcome-request";
import type { OutcomeData, PersonSeries, WaveState } from "../rows/person-series";

/** What became of one wave's forms: numbers of people, each inside the one before. */
export interface WaveFlow {
  readonly timepointId: string;
  /** Asked, and the time for it is over. */
  readonly expected: ShownCount;
  /** A form came in, late or early too. */
  readonly received: ShownCount;
  readonly scorable: ShownCount;
  /** Scorable with items filled in by the scale's own rule. */
  readonly prorated: ShownCount;
  /** Scorable here and at the baseline. */
  readonly paired: ShownCount;
}

export interface ParticipantFlow {
  readonly enrolled: ShownCount;
  /** By how they stand in the programme now; parts of everybody enrolled. */
  readonly standings: readonly { readonly standing: string; readonly people: ShownCount }[];
  /** In the order of the waves, the baseline first. */
  readonly waves: readonly WaveFlow[];
}

const SCORED: readonly WaveState[] = ["scored", "prorated"];
const RECEIVED: readonly WaveState[] = [...SCORED, "unscored"];

/**
 * From enrolled to analysed, wave by wave, as CONSORT-PRO asks for it. Small groups and small differences stay hidden, but
 * no range pretends to hide what the lines and rows of single people show.
 * @param elsewhere numbers that stand on another page as well, as they are shown there
 * @param drawn those of them whose scores are drawn
 */
export function participantFlow(
  data: OutcomeData,
  people: readonly PersonSeries[],
  threshold: number,
  elsewhere: Pick<ShownCohort, "baseline"> & Partial<ShownCohort>,
  drawn: readonly PersonSeries[] = people,
): ParticipantFlow {
  const waves = data.waves.map((_, wave) => countWave(people, wave));
  // Whether everybody with a baseline is drawn must not be told by what stands around a range.
  const isDrawn = waves.map(
    ({ scorable }, wave) =>
      suppressCount(scorable, threshold).kind === "exact" &&
      scorable === countWave(drawn, wave).scorable &&
      (wave > 0 || elsewhere.baseline.kind === "exact"),
  );
  const later = waves.flatMap((_, wave) => (wave === 0 ? [] : [`paired ${wave}`]));
  // Whoever has a baseline and a later score has a baseline.
  const counts = waves.flatMap((count, wave) =>
    nestedCounts(count, wave, isDrawn[wave] === true, wave === 0 ? later : []),
  );
  const whole = { id: "enrolled", n: people.length, contains: waves.map((_, wave) => `expected ${wave}`) };
  const shown = showNestedCounts([whole, ...counts], [], threshold);
  const look = (id: string): ShownCount => {
    // The people with a baseline, under three names.
    if (id === "scorable 0" || id === "paired 0") return elsewhere.baseline;
    return shown.get(id) ?? { kind: "exact", n: 0 };
  };
  const prorated = (wave: number): ShownCount => {
    const count = waves[wave];
    const own = look(`prorated ${wave}`);
    return count === undefined || isDrawn[wave] !== true ? own : besideWhole(own, count.scorable, threshold);
  };
  const enrolled = elsewhere.enrolled ?? look("enrolled");
  const standings = [...new Set(people.map(({ standing }) => standing))].toSorted();
  const parts = hideInLine(
    standings.map((standing) => people.filter((person) => person.standing === standing).length),
    threshold,
  );
  return {
    enrolled,
    // Parts add up to their whole: where that is not shown exactly, nor are they.
    standings: standings.flatMap((standing, at) => {
      const part = parts[at];
      return part === undefined || enrolled.kind !== "exact" ? [] : [{ standing, people: part }];
    }),
    waves: data.waves.map(({ timepointId }, wave) => ({
      timepointId,
      expected: look(`expected ${wave}`),
      received: look(`received ${wave}`),
      scorable: look(`scorable ${wave}`),
      prorated: prorated(wave),
      paired: look(`paired ${wave}`),
    })),
  };
}

type WaveCount = Readonly<Record<"expected" | "received" | "scorable" | "prorated" | "paired", number>>;

function countWave(people: readonly PersonSeries[], wave: number): WaveCount {
  const among = (states: readonly WaveState[]) =>
    people.filter((person) => states.includes(person.states[wave] ?? "not-expected"));
  const scorable = among(SCORED);
  return {
    expected: among([...RECEIVED, "not-measured"]).length,
    received: among(RECEIVED).length,
    scorable: scorable.length,
    prorated: among(["prorated"]).length,
    paired: scorable.filter(({ values }) => (values[0] ?? null) !== null).length,
  };
}

/** A part of a whole that everybody can count: the rest of it must not be small either. */
function besideWhole(part: ShownCount, whole: number, threshold: number): ShownCount {
  if (part.kind !== "exact" || suppressCount(whole - part.n, threshold).kind === "exact") return part;
  return { kind: "range", low: Math.max(0, whole - effectiveThreshold(threshold) + 1), high: whole - 1 };
}

/** The groups of one wave, each with what lies inside it; the people with a score hide nothing where all of them are drawn. */
function nestedCounts(
  count: WaveCount,
  wave: number,
  isDrawn: boolean,
  inPaired: readonly string[],
): readonly NestedCount[] {
  const group = (name: keyof WaveCount, ...inside: readonly (keyof WaveCount)[]) => ({
    id: `${name} ${wave}`,
    n: count[name],
    contains: [...inside.map((one) => `${one} ${wave}`), ...(name === "paired" && !isDrawn ? inPaired : [])],
  });
  return [
    group("expected", "received"),
    group("received", "scorable"),
    isDrawn ? group("scorable") : group("scorable", "paired", "prorated"),
    group("paired"),
    group("prorated"),
  ];
}
