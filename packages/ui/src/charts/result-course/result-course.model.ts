/** One result of one person. A limit is where the value lies beyond; it is never the value. */
export interface CoursePoint {
  /** Days since any fixed day. */
  readonly day: number;
  readonly label: string;
  readonly reading:
    | { readonly kind: "number"; readonly value: number }
    | { readonly kind: "below"; readonly limit: number }
    | { readonly kind: "above"; readonly limit: number }
    /** Nothing to place: rejected, failed, pending, or a limit nobody knows. */
    | { readonly kind: "none" };
}

export interface CourseInput {
  readonly points: readonly CoursePoint[];
  /** Whether the axis counts powers of ten. Numbers and limits must then be above zero. */
  readonly scale: "linear" | "log";
  /** A line across, such as the end of a category; null for none. */
  readonly threshold: number | null;
}

export interface CourseMark {
  readonly x: number;
  readonly y: number;
  readonly kind: CoursePoint["reading"]["kind"];
  readonly label: string;
}

export interface CourseDrawing {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly ticks: readonly { readonly value: number; readonly y: number }[];
  readonly marks: readonly CourseMark[];
  /** SVG paths between neighbours; a stretch from or to a limit is dashed, because its end is not known. */
  readonly paths: readonly { readonly d: string; readonly certain: boolean }[];
  readonly threshold: number | null;
  /** First and last day in words. */
  readonly ends: readonly { readonly x: number; readonly label: string; readonly anchor: "start" | "end" }[];
}

const SIZE = { width: 360, height: 200, left: 58, right: 344, top: 16, bottom: 164 } as const;

/** Where everything goes, in a fixed view box. Pure, so that it is tested without drawing. */
export function courseDrawing({ points, scale, threshold }: CourseInput): CourseDrawing {
  const { width, height, left, right, top, bottom } = SIZE;
  const place = (value: number) => (scale === "log" ? Math.log10(value) : value);
  const values = [
    ...points.flatMap(({ reading }) => amountOf(reading) ?? []),
    ...(threshold === null ? [] : [threshold]),
  ];
  const span = spanOf(values.map(place), scale);
  const yOf = (value: number) => bottom - ((place(value) - span.low) / (span.high - span.low)) * (bottom - top);
  const days = points.map(({ day }) => day);
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const inner = { left: left + 14, right: right - 14 };
  const xOf = (day: number) =>
    last > first ? inner.left + ((day - first) / (last - first)) * (inner.right - inner.left) : (left + right) / 2;
  const marks = points.map(({ day, label, reading }): CourseMark => {
    const amount = amountOf(reading);
    return { x: xOf(day), y: amount === null ? bottom - 6 : yOf(amount), kind: reading.kind, label };
  });
  return {
    ...{ width, height, left, right, bottom, marks },
    ticks: span.ticks.map((at) => (scale === "log" ? 10 ** at : at)).map((value) => ({ value, y: yOf(value) })),
    paths: stretches(marks),
    threshold: threshold === null ? null : yOf(threshold),
    ends: endsOf(marks),
  };
}

function amountOf(reading: CoursePoint["reading"]): number | null {
  switch (reading.kind) {
    case "number":
      return reading.value;
    case "below":
    case "above":
      return reading.limit;
    case "none":
      return null;
  }
}

interface Span {
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly number[];
}

/** Whole powers of ten on a logarithmic axis; round steps on a linear one. */
function spanOf(places: readonly number[], scale: CourseInput["scale"]): Span {
  if (places.length === 0) return { low: 0, high: 1, ticks: [] };
  const [least, most] = [Math.min(...places), Math.max(...places)];
  const step = scale === "log" ? Math.max(1, Math.ceil((most - least) / 5)) : roundStep(most - least || most || 1);
  const low = Math.floor(least / step) * step;
  const high = Math.max(Math.ceil(most / step) * step, low + step);
  const count = Math.round((high - low) / step);
  return { low, high, ticks: Array.from({ length: count + 1 }, (_, at) => low + at * step) };
}

function roundStep(range: number): number {
  const rough = range / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  return ([1, 2, 5].find((factor) => factor * power >= rough) ?? 10) * power;
}

function stretches(marks: readonly CourseMark[]): CourseDrawing["paths"] {
  const placed = marks.filter(({ kind }) => kind !== "none");
  return placed.slice(1).flatMap((to, at) => {
    const from = placed[at];
    if (from === undefined) return [];
    return [{ d: `M${from.x} ${from.y}L${to.x} ${to.y}`, certain: from.kind === "number" && to.kind === "number" }];
  });
}

function endsOf(marks: readonly CourseMark[]): CourseDrawing["ends"] {
  const first = marks[0];
  const last = marks.at(-1);
  if (first === undefined || last === undefined) return [];
  const start = { x: SIZE.left, label: first.label, anchor: "start" } as const;
  return marks.length === 1 ? [start] : [start, { x: SIZE.right, label: last.label, anchor: "end" }];
}
