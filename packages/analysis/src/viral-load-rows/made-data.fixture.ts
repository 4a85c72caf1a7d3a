import type { ViralLoadData, ViralLoadReading } from "./viral-load-data";

/** What a made person has at a wave. */
export type Given = ViralLoadReading | "missing" | "died" | "not-expected";

/** A made person; the number of the list is the participant. */
export interface MadePerson {
  readonly cohortId?: string;
  readonly siteId?: string;
  /** By wave. */
  readonly given: readonly Given[];
  /** By wave; plasma where absent. */
  readonly specimens?: readonly string[];
}

/** A number of copies as a reading. */
export function copies(copiesPerMl: number): ViralLoadReading {
  return { kind: "quantified", copiesPerMl };
}

/** A reading below a limit. */
export function below(limit: number): ViralLoadReading {
  return { kind: "below", limit };
}

/** Suppressed and unsuppressed under every rule of 50 to 1000 copies. */
export const LOW = copies(20);
export const HIGH = copies(50_000);

/** So many people with the same readings. */
export function times(count: number, person: MadePerson): MadePerson[] {
  return Array.from({ length: count }, () => person);
}

/** Data as a reader of the database hands them over, waves half a year apart. */
export function madeData(people: readonly MadePerson[]): ViralLoadData {
  const waves = Math.max(1, ...people.map(({ given }) => given.length));
  const dayOf = (wave: number) => wave * 182;
  return {
    waves: Array.from({ length: waves }, (_, wave) => ({
      timepointId: `wave-${wave}`,
      label: `Wave ${wave}`,
      targetDay: dayOf(wave),
    })),
    people: people.map(({ cohortId = "own", siteId = "site", given }, index) => {
      const died = given.indexOf("died");
      return {
        participantId: `p${index}`,
        siteId,
        cohortId,
        expected: given.map((one) => one !== "died" && one !== "not-expected"),
        diedOn: died < 0 ? null : dayOf(died) - 10,
      };
    }),
    rows: people.flatMap(({ cohortId = "own", siteId = "site", given, specimens = [] }, index) =>
      given.flatMap((result, wave) =>
        typeof result === "string"
          ? []
          : [
              {
                participantId: `p${index}`,
                siteId,
                cohortId,
                timepointId: `wave-${wave}`,
                day: dayOf(wave),
                specimen: specimens[wave] ?? "plasma",
                result,
              },
            ],
      ),
    ),
  };
}
