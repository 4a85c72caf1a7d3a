import type { CensoredValue } from "@alongside/statistics/censored/censored-value";
import type { CompetingFollowUp } from "@alongside/statistics/survival/competing-follow-up";
import type { FollowUp } from "@alongside/statistics/survival/follow-up";
import type { Arguments } from "../dialect/arguments";
import { DialectError } from "../dialect/failure";
import { numbers } from "../dialect/make";
import { asNumbers, isFactor } from "../dialect/read";
import { type Bindings, bind, type RNumber, type RValue, type RVector } from "../dialect/values";

/** The columns tell the kind of response, since only they outlast the taking of rows. Status: 1 event, 0 right, 2 left, 3 interval. */
const COLUMNS = {
  right: ["time", "status"],
  counting: ["start", "stop", "status"],
  interval: ["time1", "time2", "status"],
} as const;

type Cell = number | null;

function response(columns: readonly string[], rows: readonly (readonly Cell[])[]): RNumber {
  const values = columns.flatMap((_, column) => rows.map((row) => row[column] ?? null));
  return numbers(values, { dim: [rows.length, columns.length], dimnames: [null, columns], class: ["Surv"] });
}

/** Events as R reads them: truth, 0 and 1, or 1 and 2. */
function eventsOf(value: RValue): readonly Cell[] {
  const codes = asNumbers(value).values;
  const largest = Math.max(...codes.map((code) => code ?? 0));
  return codes.map((code) => (code === null ? null : value.kind === "logical" || largest < 2 ? code : code - 1));
}

/** From two limits as type "interval2" has them: NA or infinite where there is none. */
function fromLimits(low: Cell, high: Cell): readonly Cell[] {
  const [from, to] = [finite(low), finite(high)];
  if (from === null && to === null) return [null, null, null];
  if (from === null) return [to, 1, 2];
  if (to === null) return [from, 1, 0];
  return from === to ? [from, 1, 1] : [from, to, 3];
}

function finite(value: Cell): Cell {
  return value !== null && Number.isFinite(value) ? value : null;
}

function makeResponse(args: Arguments): RNumber {
  const time = asNumbers(args.value("time")).values;
  // Surv(time, event) and Surv(start, stop, event): the second argument is the event when there is no third.
  const second = args.optional("time2");
  const event = args.optional("event");
  const type = args.text("type", event !== undefined && second !== undefined ? "counting" : "right");
  if (type === "interval2") {
    const high = second === undefined ? time : asNumbers(second).values;
    return response(
      COLUMNS.interval,
      time.map((low, row) => fromLimits(low, high[row] ?? null)),
    );
  }
  if (type === "counting") {
    if (second === undefined || event === undefined) throw new DialectError("Surv() needs start, stop and event");
    const [stop, status] = [asNumbers(second).values, eventsOf(event)];
    return response(
      COLUMNS.counting,
      time.map((start, row) => [start, stop[row] ?? null, status[row] ?? null]),
    );
  }
  const status = event ?? second;
  if (status === undefined)
    return response(
      COLUMNS.right,
      time.map((one) => [one, 1]),
    );
  if (type === "left") {
    const events = eventsOf(status);
    return response(
      COLUMNS.interval,
      time.map((one, row) => [one, 1, events[row] === 0 ? 2 : (events[row] ?? null)]),
    );
  }
  if (type !== "right" && type !== "mstate") throw new DialectError(`Surv() of type ${type}`);
  if (isFactor(status)) {
    const states = status.attributes.levels.slice(1);
    const rows = time.map((one, row) => {
      const code = status.values[row] ?? null;
      return [one, ...states.map((_, state) => (code === null ? null : Number(code === state + 2)))];
    });
    return response(["time", ...states], rows);
  }
  const events = eventsOf(status);
  return response(
    COLUMNS.right,
    time.map((one, row) => [one, events[row] ?? null]),
  );
}

/** A response by its columns. */
function columnsOf(value: RVector | undefined): { names: readonly string[]; columns: readonly (readonly number[])[] } {
  const table = value === undefined ? undefined : asNumbers(value);
  const [rows = 0, width = 0] = table?.attributes.dim ?? [];
  const names = table?.attributes.dimnames?.[1];
  if (table === undefined || !names || width < 2) throw new DialectError("The outcome is no survival time");
  const columns = Array.from({ length: width }, (_, j) =>
    table.values.slice(j * rows, (j + 1) * rows).map((item) => item ?? Number.NaN),
  );
  return { names, columns };
}

/** Times to one event; without the rows that have another kind of response. */
export function followUpOf(value: RVector | undefined, weights?: readonly number[]): FollowUp {
  const { names, columns } = columnsOf(value);
  const more = weights === undefined ? {} : { weights };
  const [first = [], second = [], third = []] = columns;
  if (names[0] === "start") return { entry: first, exit: second, event: third.map((code) => code === 1), ...more };
  if (names[1] !== "status") throw new DialectError("The outcome is not a time to one event");
  return { exit: first, event: second.map((code) => code === 1), ...more };
}

/** Times that end by one of several named causes; undefined for another kind of response. */
export function competingOf(
  value: RVector | undefined,
): (CompetingFollowUp & { readonly states: readonly string[] }) | undefined {
  const { names, columns } = columnsOf(value);
  if (names.includes("status")) return undefined;
  const [exit = [], ...states] = columns;
  return {
    exit,
    cause: exit.map((_, row) => states.findIndex((state) => state[row] === 1) + 1),
    states: names.slice(1),
  };
}

/** Values with limits; a time to an event is a value known exactly or from below. */
export function censoredOf(value: RVector | undefined): readonly CensoredValue[] {
  const { names, columns } = columnsOf(value);
  const [first = [], second = [], third = []] = columns;
  const interval = names[0] === "time1";
  return first.map((one, row): CensoredValue => {
    const status = (interval ? third : second)[row];
    if (status === 1) return { kind: "exact", value: one };
    if (status === 2) return { kind: "below", limit: one };
    if (status === 3) return { kind: "between", low: one, high: second[row] ?? one };
    return { kind: "above", limit: one };
  });
}

export const SURVIVAL_RESPONSE: Bindings = {
  Surv: bind("time time2 event type origin", makeResponse),
};
