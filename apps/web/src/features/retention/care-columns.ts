import type { StateColumnsInput, StateTone } from "@alongside/ui/charts/state-columns/state-columns.model";
import type { CohortRetention } from "./retention-screen";

type Curve = Extract<CohortRetention["curve"], { kind: "curve" }>;
type Point = Curve["points"][number];

/** Who was in care, who was not, and who had gone, as shares of everybody on one day. */
export interface CareColumn {
  readonly day: number;
  readonly shares: readonly { readonly state: string; readonly share: number }[];
}

const ENDED_TONE = { left: "left", transferred: "moved", died: "died" } as const satisfies Record<string, StateTone>;

/** States of those who have not gone. */
const HERE = ["seen", "interrupted", "unknown", "undivided", "completed"] as const;

/** Ways to have gone by a day that cannot be told apart. */
export const ANY_ENDING = "any-ending";

/** What a name is needed for: somebody here, one group of endings, or any of them. */
export type NamedState = (typeof HERE)[number] | "ended" | typeof ANY_ENDING;

/**
 * A column for every day: those still in the programme divided as those at risk on the day divide, then completed, then gone.
 * The share in a state that passes is the share still in the programme times that of them who are in it.
 * Pepe, Longton & Thornton (1991), Statistics in Medicine 10, 413-421.
 */
export function careColumns({ groups }: CohortRetention, points: readonly Point[]): readonly CareColumn[] {
  return points.map(({ days: day, atRisk, stayed, completed, ended, care }) => {
    const still = stayed.share - (completed?.share ?? 0);
    const part = (people: number) => (atRisk === 0 ? 0 : (still * people) / atRisk);
    const here =
      care === null
        ? [{ state: "undivided", share: still }]
        : [
            { state: "seen", share: part(care.seen) },
            { state: "interrupted", share: part(care.interrupted) },
            { state: "unknown", share: part(care.unknown) },
          ];
    const gone =
      ended === null
        ? [{ state: ANY_ENDING, share: 1 - stayed.share }]
        : groups.map(({ endings }, at) => ({ state: endings.join(" "), share: ended[at]?.share ?? 0 }));
    return { day, shares: [...here, { state: "completed", share: completed?.share ?? 0 }, ...gone] };
  });
}

/** States from the bottom of a column up, with what they are called. */
export function careStates(
  { groups }: CohortRetention,
  nameOf: (state: NamedState, endings: CohortRetention["groups"][number]["endings"]) => string,
): StateColumnsInput["states"] {
  return [
    ...HERE.map((id) => ({ id, label: nameOf(id, []), tone: id })),
    ...groups.map(({ endings }) => {
      const [only, ...others] = endings;
      const tone: StateTone = only !== undefined && others.length === 0 ? ENDED_TONE[only] : "joined";
      return { id: endings.join(" "), label: nameOf("ended", endings), tone };
    }),
    {
      id: ANY_ENDING,
      label: nameOf(
        ANY_ENDING,
        groups.flatMap(({ endings }) => endings),
      ),
      tone: "gone",
    },
  ];
}
