import { frame, matrix, number, numbers, object, texts, withAttributes } from "../dialect/make";
import type { RList, RNumber, RObject } from "../dialect/values";
import { MIXED_FIT, type MixedFit } from "./mixed-model-fit";

/** One term's covariance with the name lme4 gives it: repeated names get a number. */
interface NamedComponent {
  readonly group: string;
  readonly names: readonly string[];
  readonly covariance: readonly (readonly number[])[];
}

function namedComponents(fit: MixedFit): NamedComponent[] {
  if (fit.kind !== "linear") {
    const group = fit.data.design.terms[0]?.group ?? "";
    return [{ group, names: ["(Intercept)"], covariance: [[fit.model.deviation ** 2]] }];
  }
  const seen = new Map<string, number>();
  return fit.model.components.map(({ term, covariance }) => {
    const before = seen.get(term.group) ?? 0;
    seen.set(term.group, before + 1);
    const q = covariance.columns;
    return {
      group: before === 0 ? term.group : `${term.group}.${before}`,
      names: term.columns.map(({ name }) => name),
      covariance: Array.from({ length: q }, (_, i) => Array.from(covariance.values.subarray(i * q, (i + 1) * q))),
    };
  });
}

/** VarCorr(model): a covariance matrix per term. */
export function varCorr(fit: MixedFit): RObject {
  const entries = namedComponents(fit).map(({ group, names, covariance }): [string, () => RNumber] => [
    group,
    () => matrix(names, names, covariance),
  ]);
  return MIXED_FIT.attach(object(["VarCorr.merMod"], Object.fromEntries(entries)), fit);
}

/** as.data.frame(VarCorr(model)): variances, then covariances, term by term, and the residual variance. */
export function varianceTable(fit: MixedFit): RList {
  const rows: { group: string; first: string | null; second: string | null; value: number; other: number | null }[] =
    [];
  for (const { group, names, covariance } of namedComponents(fit)) {
    const variance = (i: number) => covariance[i]?.[i] ?? 0;
    names.forEach((name, i) => {
      rows.push({ group, first: name, second: null, value: variance(i), other: Math.sqrt(variance(i)) });
    });
    names.forEach((name, i) => {
      names.slice(i + 1).forEach((second, offset) => {
        const j = i + 1 + offset;
        const value = covariance[i]?.[j] ?? 0;
        const scale = Math.sqrt(variance(i) * variance(j));
        rows.push({ group, first: name, second, value, other: scale > 0 ? value / scale : null });
      });
    });
  }
  if (fit.kind === "linear") {
    const { sigma } = fit.model;
    rows.push({ group: "Residual", first: null, second: null, value: sigma ** 2, other: sigma });
  }
  return frame({
    grp: texts(rows.map(({ group }) => group)),
    var1: texts(rows.map(({ first }) => first)),
    var2: texts(rows.map(({ second }) => second)),
    vcov: numbers(rows.map(({ value }) => value)),
    sdcor: numbers(rows.map(({ other }) => other)),
  });
}

/** getME(model, "theta"), with lme4's names. */
export function thetaOf(fit: MixedFit): RNumber {
  if (fit.kind !== "linear") {
    const group = fit.data.design.terms[0]?.group ?? "";
    return withAttributes(number(fit.model.deviation), { names: [`${group}.(Intercept)`] });
  }
  const names = fit.model.components.flatMap(({ term: { group, columns } }) =>
    columns.flatMap(({ name: column }, j) =>
      columns.slice(j).map(({ name: row }, offset) => (offset === 0 ? `${group}.${row}` : `${group}.${row}.${column}`)),
    ),
  );
  return numbers(
    fit.model.components.flatMap(({ theta }) => [...theta]),
    { names },
  );
}
