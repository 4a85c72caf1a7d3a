/** What is drawn of a wave. Days count from enrolment. */
export interface PlannedWave {
  readonly id: string;
  readonly label: string;
  readonly targetDay: number;
  readonly daysBefore: number;
  readonly daysAfter: number;
}

export interface TimelineRow {
  readonly id: string;
  readonly label: string;
  readonly from: number;
  readonly target: number;
  readonly to: number;
  /** Where the bar begins and how long it is, in hundredths of the line. */
  readonly left: number;
  readonly width: number;
  readonly mark: number;
}

export interface Timeline {
  readonly rows: readonly TimelineRow[];
  readonly ticks: readonly { readonly day: number; readonly at: number }[];
  /** Labels of waves whose windows share a day. */
  readonly overlaps: readonly (readonly [string, string])[];
}

const TICK_STEPS = [1, 7, 14, 30, 60, 90, 180, 365, 730, 1825] as const;
const MOST_TICKS = 7;

/** Lays the waves on one line of days that always shows day 0, the day of enrolment. */
export function layTimeline(waves: readonly PlannedWave[]): Timeline {
  const spans = waves.map((wave) => ({
    ...wave,
    from: wave.targetDay - wave.daysBefore,
    to: wave.targetDay + wave.daysAfter,
  }));
  const first = Math.min(0, ...spans.map(({ from }) => from));
  const last = Math.max(first + 1, ...spans.map(({ to }) => to));
  const place = (day: number) => (100 * (day - first)) / (last - first);
  const rows = spans.map(({ id, label, from, to, targetDay }) => ({
    ...{ id, label, from, target: targetDay, to },
    left: place(from),
    width: place(to) - place(from),
    mark: place(targetDay),
  }));
  const overlaps = rows.flatMap((a, index) =>
    rows.slice(index + 1).flatMap((b) => (a.from <= b.to && b.from <= a.to ? [[a.label, b.label] as const] : [])),
  );
  const step = TICK_STEPS.find((days) => (last - first) / days <= MOST_TICKS) ?? last - first;
  const ticks: { day: number; at: number }[] = [];
  for (let day = Math.ceil(first / step) * step; day <= last; day += step) ticks.push({ day: day + 0, at: place(day) });
  return { rows, ticks, overlaps };
}
