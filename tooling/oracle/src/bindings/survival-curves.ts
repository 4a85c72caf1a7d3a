import type { FollowUp } from "@alongside/statistics/survival/follow-up";
import { kaplanMeier, type SurvivalCurve } from "@alongside/statistics/survival/kaplan-meier";
import { restrictedMean } from "@alongside/statistics/survival/restricted-mean";
import { survivalAt } from "@alongside/statistics/survival/survival-at";
import type { SurvivalScale } from "@alongside/statistics/survival/survival-interval";
import { type ReachedTime, survivalQuantile } from "@alongside/statistics/survival/survival-quantile";
import type { Arguments } from "../dialect/arguments";
import { DialectError } from "../dialect/failure";
import { factor, list, matrix, NULL, named, number, numbers, object, text } from "../dialect/make";
import { payload } from "../dialect/payload";
import { completeNumbers, oneNumber, oneText } from "../dialect/read";
import { type Bindings, bind, type RValue } from "../dialect/values";
import { frameOfCall } from "./generalised-linear-models";
import { incidenceCurves, summaryOfIncidence } from "./incidence-curves";
import { sufficient } from "./regression-models";
import { groupsOf } from "./survival-groups";
import { competingOf, followUpOf } from "./survival-response";

/** Curves of one call, with the names of their groups; no names without groups. */
interface Curves {
  readonly names: readonly string[] | undefined;
  readonly curves: readonly SurvivalCurve[];
}

export const CURVES = payload<Curves>("survival curves");
const SCALES: readonly SurvivalScale[] = ["plain", "log", "log-log", "logit"];
/** What summary() of curves calls the columns of its table. */
const TABLE = ["records", "n.max", "n.start", "events", "rmean", "se(rmean)", "median"];

export function timeOf(reached: ReachedTime): number | null {
  return reached.kind === "time" ? reached.time : null;
}

/** The rows of one group. */
export function rowsOfGroup(followUp: FollowUp, codes: readonly number[], code: number): FollowUp {
  const rows = codes.flatMap((one, row) => (one === code ? [row] : []));
  const pick = <T>(values: readonly T[]) => rows.flatMap((row) => values.slice(row, row + 1));
  return {
    exit: pick(followUp.exit),
    event: pick(followUp.event),
    ...(followUp.entry === undefined ? {} : { entry: pick(followUp.entry) }),
    ...(followUp.weights === undefined ? {} : { weights: pick(followUp.weights) }),
  };
}

function fitCurves(args: Arguments): RValue {
  const frame = frameOfCall(args, ["weights"]);
  const groups = groupsOf(frame);
  const level = args.number("conf.int", 0.95);
  const competing = competingOf(frame.response);
  if (competing !== undefined) return incidenceCurves(competing, groups, level);
  const given = frame.extras.get("weights");
  const followUp = followUpOf(frame.response, given && completeNumbers(given));
  const scale = SCALES.find((one) => one === args.text("conf.type", "log"));
  if (scale === undefined) throw new DialectError(`No limits of type ${args.text("conf.type")}`);
  const codes = groups?.codes ?? followUp.exit.map(() => 0);
  const curves = (groups?.names ?? [""]).map((_, code) =>
    sufficient(kaplanMeier(rowsOfGroup(followUp, codes, code), level, scale)),
  );
  return CURVES.attach(object(["survfit"], fieldsOf({ names: groups?.names, curves })), {
    names: groups?.names,
    curves,
  });
}

function fieldsOf({ names, curves }: Curves): Record<string, () => RValue> {
  const steps = curves.flatMap((curve) => curve.steps);
  const each = (part: (step: (typeof steps)[number]) => number | null) => () => numbers(steps.map(part));
  return {
    n: () => numbers(curves.map(({ n }) => n)),
    time: each(({ time }) => time),
    "n.risk": each(({ atRisk }) => atRisk),
    "n.event": each(({ events }) => events),
    "n.censor": each(({ censored }) => censored),
    surv: each(({ survival }) => survival),
    // Of the logarithm, as survfit holds it.
    "std.err": each(({ survival, standardError }) =>
      standardError === null ? Number.POSITIVE_INFINITY : standardError / survival,
    ),
    cumhaz: each(({ cumulativeHazard }) => cumulativeHazard),
    lower: each(({ interval }) => interval?.low ?? null),
    upper: each(({ interval }) => interval?.high ?? null),
    strata: () =>
      names === undefined
        ? NULL
        : named(
            names,
            curves.map((curve) => curve.steps.length),
          ),
    "conf.int": () => number(curves[0]?.level ?? 0.95),
    type: () => text("right"),
  };
}

/** The last time of the curves, or of each, or a given one. */
function horizonOf(rmean: RValue | undefined, curves: readonly SurvivalCurve[]): (curve: SurvivalCurve) => number {
  const end = (curve: SurvivalCurve) => curve.steps.at(-1)?.time ?? 0;
  if (rmean?.kind === "number") return () => oneNumber(rmean);
  if (rmean?.kind === "character" && oneText(rmean) === "individual") return end;
  const latest = Math.max(...curves.map(end));
  return () => latest;
}

/** Mean up to a horizon as R prints it: all of it, without error, where nobody has had the event. */
export function areaOf(curve: SurvivalCurve, horizon: number): readonly [number, number] {
  const area = restrictedMean(curve, horizon);
  return area.kind === "estimate" ? [area.value, area.standardError] : [horizon, 0];
}

function tableOf({ names, curves }: Curves, rmean: RValue | undefined): RValue {
  const horizon = horizonOf(rmean, curves);
  const level = String(curves[0]?.level ?? 0.95);
  const columns = [...TABLE, `${level}LCL`, `${level}UCL`];
  const rows = curves.map((curve) => {
    const { time, low, high } = survivalQuantile(curve);
    const risk = curve.steps.map(({ atRisk }) => atRisk);
    const events = curve.steps.reduce((sum, step) => sum + step.events, 0);
    const quantiles = [time, low, high].map(timeOf);
    return [curve.n, Math.max(...risk), risk[0] ?? 0, events, ...areaOf(curve, horizon(curve)), ...quantiles];
  });
  return names === undefined ? named(columns, rows[0] ?? []) : matrix(names, columns, rows, columns.length);
}

/** Rows of a summary: one per event time, or per time asked for that lies within follow-up. */
function summaryRows(curve: SurvivalCurve, times: readonly number[] | undefined, extend: boolean) {
  if (times === undefined) {
    return curve.steps.filter(({ events }) => events > 0);
  }
  let before = Number.NEGATIVE_INFINITY;
  return [...times]
    .sort((a, b) => a - b)
    .flatMap((time) => {
      const within = curve.steps.filter((step) => step.time > before && step.time <= time);
      const sum = (part: "events" | "censored") => within.reduce((total, step) => total + step[part], 0);
      const found = survivalAt(curve, time);
      before = time;
      const counts = { events: sum("events"), censored: sum("censored") };
      if (found.kind === "survival") return [{ ...found, ...counts, cumulativeHazard: hazardAt(curve, time) }];
      const last = curve.steps.at(-1);
      return extend && last !== undefined ? [{ ...last, ...counts, time, atRisk: 0 }] : [];
    });
}

function hazardAt(curve: SurvivalCurve, time: number): number {
  return curve.steps.findLast((step) => step.time <= time)?.cumulativeHazard ?? 0;
}

function summarise(args: Arguments): RValue {
  const held = CURVES.find(args.value("object"));
  if (held === undefined) return summaryOfIncidence(args);
  const given = args.optional("times");
  const times = given === undefined || given.kind === "null" ? undefined : completeNumbers(given);
  const rows = held.curves.map((curve) => summaryRows(curve, times, args.flag("extend", false)));
  const all = rows.flat();
  const strata = factor(
    rows.flatMap((some, code) => some.map(() => code + 1)),
    held.names ?? [],
  );
  return list({
    n: numbers(held.curves.map(({ n }) => n)),
    time: numbers(all.map(({ time }) => time)),
    "n.risk": numbers(all.map(({ atRisk }) => atRisk)),
    "n.event": numbers(all.map(({ events }) => events)),
    "n.censor": numbers(all.map(({ censored }) => censored)),
    surv: numbers(all.map(({ survival }) => survival)),
    "std.err": numbers(all.map(({ standardError }) => standardError)),
    cumhaz: numbers(all.map(({ cumulativeHazard }) => cumulativeHazard)),
    lower: numbers(all.map(({ interval }) => interval?.low ?? null)),
    upper: numbers(all.map(({ interval }) => interval?.high ?? null)),
    ...(held.names === undefined ? {} : { strata }),
    table: tableOf(held, args.optional("rmean")),
  });
}

function quantilesOf(args: Arguments): RValue {
  const { names, curves } = CURVES.read(args.value("x"));
  const shares = args.has("probs") ? args.numbers("probs") : [0.25, 0.5, 0.75];
  const columns = shares.map((share) => String(Number((100 * share).toPrecision(7))));
  const part = (which: "time" | "low" | "high") => {
    const rows = curves.map((curve) => shares.map((share) => timeOf(survivalQuantile(curve, share)[which])));
    return names === undefined ? named(columns, rows[0] ?? []) : matrix(names, columns, rows, columns.length);
  };
  if (!args.flag("conf.int", true)) return part("time");
  return list({ quantile: part("time"), lower: part("low"), upper: part("high") });
}

export const SURVIVAL_CURVES: Bindings = {
  survfit: bind("formula data weights subset na.action conf.int conf.type se.fit ...", fitCurves),
  "summary.survfit": bind("object times censored scale extend rmean ...", summarise),
  "quantile.survfit": bind("x probs conf.int ...", quantilesOf),
  "median.survfit": bind("x ...", (args) => {
    const { names, curves } = CURVES.read(args.value("x"));
    const medians = curves.map((curve) => timeOf(survivalQuantile(curve).time));
    return names === undefined
      ? numbers(medians)
      : matrix(
          names,
          ["50"],
          medians.map((median) => [median]),
          1,
        );
  }),
};
