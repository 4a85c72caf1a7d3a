import { type ShownCount, suppressCount } from "../disclosure-control/shown-count";
import type { PersonSeries } from "../rows/person-series";

/** People whose last score is at the same wave. */
export interface LastWaveGroup {
  /** Position of that wave; -1 for people without any score. */
  readonly lastWave: number;
  readonly people: ShownCount;
  /** Mean by wave up to the last one, over those scored there; null where too few are, or nobody is. */
  readonly means: readonly (number | null)[];
}

/**
 * Mean trajectories by the time of drop-out: if those who leave were on another course, they part before they leave. These
 * people can be counted in the lines and rows of single people, so no group is hidden for the sake of its neighbours; a small
 * one is called small, and has no mean.
 * @param people those whose scores are drawn, and people without any score where nobody is hidden among them
 */
export function byLastWave(
  people: readonly PersonSeries[],
  waves: number,
  threshold: number,
): readonly LastWaveGroup[] {
  const last = people.map(({ values }) => values.findLastIndex((value) => value !== null));
  const positions = Array.from({ length: waves + 1 }, (_, at) => at - 1);
  const groups = positions.map((lastWave) => people.filter((_, person) => last[person] === lastWave));
  return groups.flatMap((group, at) => {
    const lastWave = positions[at] ?? -1;
    const count = suppressCount(group.length, threshold);
    if (group.length === 0) return [];
    const means = Array.from({ length: lastWave + 1 }, (_, wave) =>
      count.kind === "exact"
        ? meanOf(
            group.flatMap(({ values }) => values[wave] ?? []),
            threshold,
          )
        : null,
    );
    return [{ lastWave, people: count, means }];
  });
}

function meanOf(values: readonly number[], threshold: number): number | null {
  if (values.length === 0 || suppressCount(values.length, threshold).kind === "hidden") return null;
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
