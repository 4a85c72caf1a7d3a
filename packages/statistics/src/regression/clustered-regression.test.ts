import { describe, expect, it } from "vitest";
import { modelMatrix } from "../model-matrix/model-matrix";
import type { Variable } from "../model-matrix/variable";
import { ancova } from "./ancova";
import { type ClusterType, clusterCovariance } from "./cluster-covariance";
import { differenceInDifferences } from "./difference-in-differences";
import { linearModel } from "./linear-model";
import { neweyWestCovariance } from "./newey-west";
import fixtures from "./regression.fixtures.json";
import { robustCovariance } from "./robust-covariance";
import { segmentedRegression } from "./segmented-regression";

function expectClose(
  found: number | null | undefined,
  wanted: number | undefined,
  what: string,
  tolerance = 1e-9,
): void {
  expect(Math.abs((found ?? Number.NaN) - (wanted ?? Number.NaN)), what).toBeLessThanOrEqual(
    tolerance * Math.max(1e-3, Math.abs(wanted ?? 0)),
  );
}
const numeric = (values: readonly number[]): Variable => ({ kind: "numeric", values });
const { sleep, did, lake, btheb } = fixtures;
const unit = (length: number, index: number) => Array.from({ length }, (_, i) => (i === index ? 1 : 0));
const subjects = sleep.subject.codes.map((code) => sleep.subject.levels[code] ?? "");
const sleepData = new Map<string, Variable>([
  ["Days", numeric(sleep.days)],
  ["Subject", { kind: "factor", ...sleep.subject }],
]);
function sleepModel(terms: string[][]) {
  const model = linearModel(modelMatrix(sleepData, terms), sleep.reaction);
  if (model.kind !== "linear-model") throw new Error(model.reason);
  return model;
}

describe("clusterCovariance", () => {
  it.each(sleep.one)(
    "gives clubSandwich's $type errors and Satterthwaite degrees of freedom",
    ({ type, errors, df }) => {
      const found = clusterCovariance(sleepModel([["Days"]]), subjects, type as ClusterType);
      expect(found?.clusters).toBe(18);
      errors.forEach((error, i) => {
        expectClose(Math.sqrt(found?.covariance.values[i * 2 + i] ?? 0), error, `error ${i}`);
        expectClose(found?.degreesOfFreedom(unit(2, i)), df[i], `df ${i}`, 1e-8);
      });
    },
  );

  it.each(sleep.fixed)("gives $type where every cluster has a coefficient of its own", ({ type, error, df }) => {
    const model = sleepModel([["Days"], ["Subject"]]);
    const found = clusterCovariance(model, subjects, type as ClusterType);
    const width = model.names.length;
    expectClose(Math.sqrt(found?.covariance.values[width + 1] ?? 0), error, "error", 1e-8);
    expectClose(found?.degreesOfFreedom(unit(width, 1)), df, "df", 1e-7);
  });

  it("is the heteroscedastic covariance when everyone is a cluster", () => {
    const model = sleepModel([["Days"]]);
    const alone = sleep.reaction.map((_, row) => row);
    const pairs = [
      ["CR0", "HC0"],
      ["CR2", "HC2"],
      ["CR3", "HC3"],
    ] as const;
    for (const [clustered, plain] of pairs) {
      const found = clusterCovariance(model, alone, clustered)?.covariance.values ?? [];
      robustCovariance(model, plain).values.forEach((value, i) => {
        expectClose(found[i], value, plain);
      });
    }
  });

  it("needs two clusters, and as many labels as rows", () => {
    const model = sleepModel([["Days"]]);
    expect(
      clusterCovariance(
        model,
        sleep.reaction.map(() => "one"),
        "CR2",
      ),
    ).toBeNull();
    expect(() => clusterCovariance(model, ["a"], "CR2")).toThrow(RangeError);
  });

  it("has no degrees of freedom for a combination of nothing", () => {
    expect(clusterCovariance(sleepModel([["Days"]]), subjects, "CR2")?.degreesOfFreedom([0, 0])).toBeNull();
  });
});

describe("differenceInDifferences", () => {
  const data = { outcome: did.y, after: did.post.map(Boolean), treated: did.trt.map(Boolean), cluster: did.id };
  it("gives the CR2 estimate of the girls' weights", () => {
    const found = differenceInDifferences(data);
    if (found.kind !== "estimate") throw new Error(found.kind);
    expectClose(found.value, did.value, "value");
    expectClose(found.standardError, did.error, "error");
    expectClose(found.degreesOfFreedom, did.df, "df");
    expectClose(found.test?.pValue, did.p, "p");
    expectClose(found.interval.low, did.low, "low");
    expectClose(found.interval.high, did.high, "high");
    expect(found.n).toBe(43);
    expect(found.method).toBe("difference-in-differences");
  });

  it("turns around with the groups", () => {
    const found = differenceInDifferences({ ...data, treated: data.treated.map((one) => !one) });
    expect(found.kind === "estimate" && found.value).toBeCloseTo(-did.value, 10);
  });

  it("says what is missing", () => {
    const two = { outcome: [1, 2, 3, 5], after: [false, true, false, true], treated: [true, true, false, false] };
    expect(differenceInDifferences({ ...two, cluster: [1, 1, 2, 2] })).toEqual({
      kind: "insufficient-data",
      reason: "too-few",
      needed: 3,
      had: 2,
    });
    const before = { ...data, after: data.after.map((after, row) => after && data.treated[row] === true) };
    expect(differenceInDifferences(before)).toMatchObject({ reason: "no-events", had: 43 });
  });
});

describe("ancova", () => {
  const group = { kind: "factor", ...btheb.treatment } as const;
  const covariates = new Map<string, Variable>([
    ["drug", { kind: "factor", ...btheb.drug }],
    ["length", { kind: "factor", ...btheb.length }],
  ]);
  it("gives the difference with HC3 errors, the slope and the adjusted means", () => {
    const found = ancova(btheb.pre, btheb.post, group, covariates);
    if (found.kind !== "ancova") throw new Error(found.reason);
    const [only] = found.differences;
    expect(found.differences).toHaveLength(1);
    if (only?.estimate.kind !== "estimate" || found.slope.kind !== "estimate") throw new Error("no estimate");
    expect(only.group).toBe("BtheB");
    expectClose(only.estimate.value, fixtures.ancova.coefficients[4]?.value, "difference");
    expectClose(only.estimate.standardError, fixtures.ancova.hc.HC3[4], "error");
    expect(only.estimate.degreesOfFreedom).toBe(92);
    expectClose(found.slope.value, fixtures.ancova.coefficients[1]?.value, "slope");
    expectClose(found.test?.f, (only.estimate.test?.statistic ?? 0) ** 2, "F");
    const [control, treated] = found.adjusted.means.map(({ estimate }) =>
      estimate.kind === "estimate" ? estimate.value : 0,
    );
    expectClose((treated ?? 0) - (control ?? 0), only.estimate.value, "means");
    expect(found.n).toBe(97);
  });

  it("names a group that cannot be compared", () => {
    const lonely = { kind: "factor", levels: ["a", "b", "c"], codes: [0, 0, 0, 1, 1, 1] } as const;
    const found = ancova([1, 2, 3, 4, 5, 7], [2, 2, 5, 6, 4, 9], lonely);
    if (found.kind !== "ancova") throw new Error(found.reason);
    expect(found.differences.map(({ group: name, estimate }) => [name, estimate.kind])).toEqual([
      ["b", "estimate"],
      ["c", "insufficient-data"],
    ]);
    expect(found.test).toBeNull();
  });

  it("passes on why there is no model", () => {
    const two = { kind: "factor", levels: ["a", "b"], codes: [0, 1, 1] } as const;
    expect(ancova([1, 2, 4], [2, 2, 1], two)).toMatchObject({ kind: "insufficient-data", reason: "too-few" });
  });
});

describe("interrupted time series", () => {
  const time = lake.level.map((_, t) => t);
  const series = new Map([
    ["time", numeric(time)],
    ["after", numeric(time.map((t) => (t >= lake.cut ? 1 : 0)))],
    ["since", numeric(time.map((t) => Math.max(0, t - lake.cut)))],
  ]);
  const model = linearModel(modelMatrix(series, [["time"], ["after"], ["since"]]), lake.level);

  it.each(lake.errors.map((errors, lag) => [lag, errors] as const))(
    "gives sandwich's Newey-West errors at lag %i",
    (lag, errors) => {
      if (model.kind !== "linear-model") throw new Error(model.reason);
      const { values } = neweyWestCovariance(model, lag);
      errors.forEach((error, i) => {
        expectClose(Math.sqrt(values[i * 4 + i] ?? 0), error, `lag ${lag}`);
      });
    },
  );

  it("refuses a lag that is not whole or negative", () => {
    if (model.kind !== "linear-model") throw new Error(model.reason);
    expect(() => neweyWestCovariance(model, 1.5)).toThrow(RangeError);
    expect(() => neweyWestCovariance(model, -1)).toThrow(RangeError);
  });

  it("gives level and slope changes, by default at the lag of the rule for 98 values, which is 3", () => {
    const found = segmentedRegression(lake.level, lake.cut);
    if (found.kind !== "segmented-regression") throw new Error(found.reason);
    const parts = [found.slopeBefore, found.levelChange, found.slopeChange];
    parts.forEach((estimate, i) => {
      if (estimate.kind !== "estimate") throw new Error(estimate.kind);
      expectClose(estimate.value, lake.coefficients[i + 1], "coefficient");
      expectClose(estimate.standardError, lake.errors[3]?.[i + 1], "error");
      expect(estimate.degreesOfFreedom).toBe(94);
    });
  });

  it("needs eight values on each side", () => {
    expect(segmentedRegression(lake.level, 7)).toEqual({
      kind: "insufficient-data",
      reason: "too-few",
      needed: 8,
      had: 7,
    });
    expect(segmentedRegression(lake.level, 91)).toMatchObject({ reason: "too-few", had: 7 });
    expect(segmentedRegression(lake.level, 8).kind).toBe("segmented-regression");
    expect(segmentedRegression(lake.level, 90).kind).toBe("segmented-regression");
    expect(
      segmentedRegression(
        lake.level.map((_, t) => t),
        40,
      ),
    ).toMatchObject({ reason: "no-spread" });
  });
});
