import { quantile } from "@alongside/statistics/descriptive/quantile";
import type { InsufficientData } from "@alongside/statistics/estimate";
import { createMatrix } from "@alongside/statistics/linear-algebra/matrix";
import { type CoxModel, coxRegression } from "@alongside/statistics/survival/cox-regression";
import type { FollowUp } from "@alongside/statistics/survival/follow-up";
import { kaplanMeier } from "@alongside/statistics/survival/kaplan-meier";
import { type LogRankTest, logRank } from "@alongside/statistics/survival/log-rank";
import { proportionalHazardsTest } from "@alongside/statistics/survival/proportional-hazards-test";
import { survivalAt } from "@alongside/statistics/survival/survival-at";
import { survivalQuantile } from "@alongside/statistics/survival/survival-quantile";
import type { Arguments } from "../dialect/arguments";
import { frame, list, NULL, named, numbers, texts } from "../dialect/make";
import { toLabels } from "../dialect/model-frame";
import { asFlags, asNumbers, asVector } from "../dialect/read";
import { type Bindings, bind, type RValue } from "../dialect/values";
import { concordanceOf, type NamedCox, ratioLimits } from "./cox-models";
import { ends } from "./figures";
import { standardErrors, sufficient } from "./regression-models";
import { areaOf, rowsOfGroup, timeOf } from "./survival-curves";

/** The complete rows of km()'s arguments, by group. */
function grouped(args: Arguments) {
  const time = asNumbers(args.value("time")).values;
  const event = asFlags(args.value("event")).values;
  const { labels, levels } = toLabels(asVector(args.value("group")));
  const rows = time.flatMap((one, row) => {
    const [happened, label] = [event[row] ?? null, labels[row] ?? null];
    return one === null || happened === null || label === null ? [] : [{ one, happened, label }];
  });
  const names = levels.filter((level) => rows.some(({ label }) => label === level));
  const followUp = { exit: rows.map(({ one }) => one), event: rows.map(({ happened }) => happened) };
  return { followUp, names, codes: rows.map(({ label }) => names.indexOf(label)) };
}

type Grouped = ReturnType<typeof grouped>;

function curvesOf({ followUp, names, codes }: Grouped, scale: "log" | "log-log") {
  return names.map((_, code) => sufficient(kaplanMeier(rowsOfGroup(followUp, codes, code), 0.95, scale)));
}

/** One row per group: who, how many, medians with both kinds of limits, and the mean up to the common last time. */
function groupTable(data: Grouped): RValue {
  const [logs, loglogs] = [curvesOf(data, "log"), curvesOf(data, "log-log")];
  const latest = Math.max(...data.followUp.exit);
  const medians = (curves: typeof logs) => curves.map((curve) => survivalQuantile(curve));
  const [byLog, byLogLog] = [medians(logs), medians(loglogs)];
  const areas = logs.map((curve) => areaOf(curve, latest));
  return frame({
    group: texts(data.names),
    n: numbers(logs.map(({ n }) => n)),
    events: numbers(logs.map(({ events }) => events)),
    median: numbers(byLog.map(({ time }) => timeOf(time))),
    median_lcl_log: numbers(byLog.map(({ low }) => timeOf(low))),
    median_ucl_log: numbers(byLog.map(({ high }) => timeOf(high))),
    median_lcl_loglog: numbers(byLogLog.map(({ low }) => timeOf(low))),
    median_ucl_loglog: numbers(byLogLog.map(({ high }) => timeOf(high))),
    rmean_common: numbers(areas.map(([mean]) => mean)),
    rmean_se: numbers(areas.map(([, error]) => error)),
  });
}

/** The curves at the quartiles of all times. */
function timeTable(data: Grouped): RValue {
  const times = [0.25, 0.5, 0.75].map((share) => quantile(data.followUp.exit, share));
  const logs = curvesOf(data, "log");
  const rows = curvesOf(data, "log-log").flatMap((curve, code) =>
    times.flatMap((time) => {
      const byLogLog = time === null ? undefined : survivalAt(curve, time);
      const log = logs[code];
      const byLog = time === null || log === undefined ? undefined : survivalAt(log, time);
      if (byLog?.kind !== "survival" || byLogLog?.kind !== "survival") return [];
      return [{ group: `g=${data.names[code] ?? ""}`, byLog, byLogLog }];
    }),
  );
  return frame({
    group: texts(rows.map(({ group }) => group)),
    time: numbers(rows.map(({ byLog }) => byLog.time)),
    at_risk: numbers(rows.map(({ byLog }) => byLog.atRisk)),
    surv: numbers(rows.map(({ byLog }) => byLog.survival)),
    se: numbers(rows.map(({ byLog }) => byLog.standardError)),
    lcl_log: numbers(rows.map(({ byLog }) => byLog.interval?.low ?? null)),
    ucl_log: numbers(rows.map(({ byLog }) => byLog.interval?.high ?? null)),
    lcl_loglog: numbers(rows.map(({ byLogLog }) => byLogLog.interval?.low ?? null)),
    ucl_loglog: numbers(rows.map(({ byLogLog }) => byLogLog.interval?.high ?? null)),
  });
}

function rankTest(test: LogRankTest | InsufficientData, whole: boolean): RValue {
  if (test.kind !== "test") return NULL;
  if (!whole) return list({ chisq: test.statistic, p: test.pValue });
  const { statistic: chisq, degreesOfFreedom: df, pValue: p, observed, expected } = test;
  return list({ chisq, df, p, observed: numbers(observed), expected: numbers(expected) });
}

/** Cox models of the groups against the first, under both treatments of ties. */
function coxParts(followUp: FollowUp, { names, codes }: Grouped) {
  const others = names.slice(1).map((name) => `g${name}`);
  const indicators = codes.flatMap((code) => others.map((_, at) => (code === at + 1 ? 1 : 0)));
  const predictors = createMatrix(codes.length, others.length, indicators);
  const fitted = (ties: "efron" | "breslow"): NamedCox => {
    const model: CoxModel = { followUp, predictors, ties };
    const terms = [{ label: "g", columns: [...others.keys()] }];
    return { model, fit: sufficient(coxRegression(model)), names: others, allNames: others, terms };
  };
  const [efron, breslow] = [fitted("efron"), fitted("breslow")];
  const coefficients = ({ fit }: NamedCox) => ({
    coef: named(others, [...fit.coefficients]),
    se: named(others, standardErrors(fit.covariance)),
  });
  const { fit } = efron;
  const all = asNumbers(ratioLimits(efron, 0.95));
  const zph = sufficient(proportionalHazardsTest(efron.model, fit)).global;
  return {
    cox_efron: list({
      ...coefficients(efron),
      hr: named(others, [...fit.coefficients].map(Math.exp)),
      ci95: numbers(all.values.slice(2 * others.length), {
        dim: [others.length, 2],
        dimnames: [others, ["lower .95", "upper .95"]],
      }),
      loglik: ends([fit.logLikelihood.null, fit.logLikelihood.fitted]),
      lr_chisq: fit.likelihoodRatio.statistic,
      wald_chisq: fit.wald.statistic,
      score_chisq: fit.score.statistic,
      concordance: concordanceOf(efron),
    }),
    cox_breslow: list(coefficients(breslow)),
    zph_global: list({ chisq: zph.statistic, p: zph.pValue }),
  };
}

function summarise(args: Arguments): RValue {
  const data = grouped(args);
  const { followUp, names, codes } = data;
  return list({
    n: followUp.exit.length,
    events: followUp.event.filter(Boolean).length,
    groups: groupTable(data),
    at_times: timeTable(data),
    logrank: rankTest(logRank(followUp, codes, names.length), true),
    peto: rankTest(logRank(followUp, codes, names.length, { rho: 1 }), false),
    ...coxParts(followUp, data),
  });
}

export const SURVIVAL_SUMMARY: Bindings = {
  /** km(time, event, group): curves, rank tests and Cox models of groups. */
  km: bind("time event group", summarise),
};
