/** How a state looks: by fill and pattern, so that it reads without colour. */
export const STATE_TONES = [
  "seen",
  "interrupted",
  "unknown",
  "undivided",
  "completed",
  "left",
  "moved",
  "died",
  "joined",
  "gone",
] as const;
export type StateTone = (typeof STATE_TONES)[number];

export interface StateColumnsInput {
  /** From the bottom up. */
  readonly states: readonly { readonly id: string; readonly label: string; readonly tone: StateTone }[];
  /** In order from the start, each with the share of everybody in every state that somebody is in. */
  readonly columns: readonly {
    readonly day: number;
    readonly shares: readonly { readonly state: string; readonly share: number }[];
  }[];
  readonly locale: string;
}

/** A part of a column, in per cent of width and height from the top left. */
export interface DrawnState {
  readonly id: string;
  readonly state: string;
  readonly tone: StateTone;
  readonly x: number;
  readonly width: number;
  readonly y: number;
  readonly height: number;
}

export interface StateColumnsModel {
  readonly parts: readonly DrawnState[];
  /** States that occur, in the order of the key: from the top down, as they stand in a column. */
  readonly key: StateColumnsInput["states"];
  /** Days below the columns, as many as there is room for. */
  readonly days: readonly { readonly x: number; readonly text: string }[];
  readonly levels: readonly { readonly y: number; readonly text: string }[];
}

/** Width of a column as a share of its room. */
const BAR = 0.82;
/** More days than this do not stand beside each other on a phone. */
const MOST_DAYS = 6;
const LEVELS = [0, 0.25, 0.5, 0.75, 1];

/** One column a day, everybody in each, the first state at the bottom. */
export function stateColumns({ states, columns, locale }: StateColumnsInput): StateColumnsModel {
  const room = 100 / Math.max(1, columns.length);
  const parts = columns.flatMap(({ day, shares }, at) => {
    let floor = 100;
    return states.flatMap(({ id, tone }): DrawnState[] => {
      const height = 100 * (shares.find(({ state }) => state === id)?.share ?? 0);
      if (height <= 0) return [];
      floor -= height;
      return [
        {
          ...{ id: `${day} ${id}`, state: id, tone, y: floor, height },
          ...{ x: room * (at + (1 - BAR) / 2), width: room * BAR },
        },
      ];
    });
  });
  const every = Math.max(1, Math.ceil(columns.length / MOST_DAYS));
  const count = new Intl.NumberFormat(locale);
  const percent = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 });
  return {
    parts,
    key: states.filter(({ id }) => parts.some(({ state }) => state === id)).toReversed(),
    days: columns.flatMap(({ day }, at) =>
      at % every === 0 ? [{ x: room * (at + 0.5), text: count.format(day) }] : [],
    ),
    levels: LEVELS.map((share) => ({ y: 100 * (1 - share), text: percent.format(share) })),
  };
}
