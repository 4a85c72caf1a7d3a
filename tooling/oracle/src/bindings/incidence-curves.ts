import type { CompetingFollowUp } from "@alongside/statistics/survival/competing-follow-up";
import { cumulativeIncidence, type IncidenceStep } from "@alongside/statistics/survival/cumulative-incidence";
import { grayTest } from "@alongside/statistics/survival/gray-test";
import type { Arguments } from "../dialect/arguments";
import { list, listFromEntries, matrix, numbers, object } from "../dialect/make";
import { toLabels } from "../dialect/model-frame";
import { payload } from "../dialect/payload";
import { asList, asVector, completeNumbers, entryOf } from "../dialect/read";
import { type Bindings, bind, type RList, type RValue } from "../dialect/values";
import { sufficient } from "./regression-models";
import type { RowGroups } from "./survival-groups";

/** Per group and cause, the steps of the curve and when the last person was seen. */
interface Incidence {
  readonly names: readonly string[] | undefined;
  readonly states: readonly string[];
  readonly groups: readonly { readonly last: number; readonly causes: readonly (readonly IncidenceStep[])[] }[];
}

const INCIDENCE = payload<Incidence>("incidence curves");

function ofGroup({ exit, cause }: CompetingFollowUp, codes: readonly number[], code: number): CompetingFollowUp {
  const rows = codes.flatMap((one, row) => (one === code ? [row] : []));
  return { exit: rows.map((row) => exit[row] ?? 0), cause: rows.map((row) => cause[row] ?? 0) };
}

/** survfit() of a time that ends in one of several states. */
export function incidenceCurves(
  followUp: CompetingFollowUp & { readonly states: readonly string[] },
  groups: RowGroups | undefined,
  level: number,
): RValue {
  const codes = groups?.codes ?? followUp.exit.map(() => 0);
  const { states } = followUp;
  const held = {
    names: groups?.names,
    states,
    groups: (groups?.names ?? [""]).map((_, code) => {
      const own = ofGroup(followUp, codes, code);
      const causes = states.map((_state, at) => sufficient(cumulativeIncidence(own, at + 1, level)).steps);
      return { last: Math.max(...own.exit), causes };
    }),
  };
  return INCIDENCE.attach(object(["survfitms", "survfit"], { states: () => list({}) }), held);
}

/** summary(survfit(...), times): shares per state, the state of nobody's event first. */
export function summaryOfIncidence(args: Arguments): RValue {
  const { groups, states } = INCIDENCE.read(args.value("object"));
  const times = args.has("times") ? args.numbers("times") : undefined;
  const shares: number[][] = [];
  const errors: (number | null)[][] = [];
  const shown: number[] = [];
  for (const { last, causes } of groups) {
    const own = times ?? (causes[0] ?? []).map(({ time }) => time);
    for (const time of own.filter((one) => one <= last || args.flag("extend", false))) {
      const found = causes.map((steps) => steps.findLast((step) => step.time <= time));
      const parts = found.map((step) => step?.incidence ?? 0);
      shown.push(time);
      shares.push([1 - parts.reduce((sum, part) => sum + part, 0), ...parts]);
      errors.push([null, ...found.map((step) => step?.standardError ?? 0)]);
    }
  }
  const columns = ["(s0)", ...states];
  return list({
    time: numbers(shown),
    pstate: matrix(null, null, shares, columns.length),
    "std.err": matrix(null, null, errors, columns.length),
  });
}

/** The curve of cmprsk: a step is two points, and the last person seen is the end. */
function points(steps: readonly IncidenceStep[], last: number): RList {
  const own = steps.filter(({ events }) => events > 0);
  const time = [0];
  const est = [0];
  const variance = [0];
  for (const step of own) {
    time.push(step.time, step.time);
    est.push(est.at(-1) ?? 0, step.incidence);
    variance.push(variance.at(-1) ?? 0, step.standardError ** 2);
  }
  time.push(last);
  est.push(est.at(-1) ?? 0);
  variance.push(steps.at(-1)?.standardError === undefined ? 0 : (steps.at(-1)?.standardError ?? 0) ** 2);
  return list({ time: numbers(time), est: numbers(est), var: numbers(variance) });
}

function cuminc(args: Arguments): RValue {
  const time = completeNumbers(args.value("ftime"));
  const status = toLabels(asVector(args.value("fstatus")));
  const censored = args.has("cencode")
    ? String(args.value("cencode").kind === "number" ? args.number("cencode") : args.text("cencode"))
    : "0";
  const states = status.levels.filter((level) => level !== censored);
  const cause = status.labels.map((label) => (label === censored ? 0 : states.indexOf(label ?? "") + 1));
  const given = args.optional("group");
  const group = given === undefined ? undefined : toLabels(asVector(given));
  const names = (group?.levels ?? ["1"]).filter((level) => group === undefined || group.labels.includes(level));
  const codes = time.map((_, row) => (group === undefined ? 0 : names.indexOf(group.labels[row] ?? "")));
  const curves = states.flatMap((state, at) =>
    names.map((name, code): readonly [string, RValue] => {
      const own = ofGroup({ exit: time, cause }, codes, code);
      const { steps } = sufficient(cumulativeIncidence(own, at + 1, 0.95, "aalen"));
      return [`${name} ${state}`, points(steps, Math.max(...own.exit))];
    }),
  );
  if (names.length < 2) return listFromEntries(curves);
  const rows = states.map((_, at) => {
    const test = grayTest({ exit: time, cause }, codes, names.length, at + 1);
    return test.kind === "test" ? [test.statistic, test.pValue, test.degreesOfFreedom] : [null, null, null];
  });
  return listFromEntries([...curves, ["Tests", matrix(states, ["stat", "pv", "df"], rows, 3)]]);
}

/** timepoints(w, times): estimates and variances of every curve at some times. */
function timepoints(args: Arguments): RValue {
  const curves = asList(args.value("w"));
  const times = args.numbers("times");
  const names = (curves.attributes.names ?? []).filter((name) => name !== "Tests");
  const at = (field: string) => {
    const rows = names.map((name) => {
      const curve = asList(entryOf(curves, name) ?? list({}));
      const read = (what: string) => completeNumbers(entryOf(curve, what) ?? numbers([]));
      const [moments, values] = [read("time"), read(field)];
      return times.map((time) => {
        const last = moments.findLastIndex((moment) => moment <= time);
        return time > (moments.at(-1) ?? 0) ? null : (values[last] ?? null);
      });
    });
    return matrix(names, times.map(String), rows, times.length);
  };
  return list({ est: at("est"), var: at("var") });
}

export const INCIDENCE_CURVES: Bindings = {
  cuminc: bind("ftime fstatus group strata rho cencode subset na.action", cuminc),
  timepoints: bind("w times", timepoints),
};
