import { fromRows } from "../../linear-algebra/matrix";
import { interceptContrast } from "../../mixed/intercept-model";
import { intraclassCorrelation } from "../../mixed/intraclass-correlation";
import { kenwardRogerContrast, kenwardRogerTest } from "../../mixed/kenward-roger";
import { linearMixedModel } from "../../mixed/linear-mixed-model";
import { logisticMixedContrast, logisticMixedModel } from "../../mixed/logistic-mixed-model";
import { mixedKenwardRoger } from "../../mixed/mixed-kenward-roger";
import { observedInformationContrast } from "../../mixed/observed-information";
import { poissonMixedContrast, poissonMixedModel } from "../../mixed/poisson-mixed-model";
import { repeatedMeasuresKenwardRoger } from "../../mixed/repeated-measures-kenward-roger";
import { repeatedMeasuresLadder } from "../../mixed/repeated-measures-ladder";
import { repeatedMeasuresModel } from "../../mixed/repeated-measures-model";
import { satterthwaiteContrast, satterthwaiteTest } from "../../mixed/satterthwaite";
import { type Callers, designOf, type HostileSample, whenFound } from "../hostile-sample";

function interceptDesignOf({ first, codes }: HostileSample, y: readonly number[]) {
  return { y: Float64Array.from(y), x: designOf(first).matrix, codes: Int32Array.from(codes), groups: 3 };
}

function mixedDesignOf({ first, second, codes }: HostileSample) {
  const columns = [{ name: "(Intercept)", values: new Float64Array(first.length).fill(1) }];
  const terms = [{ group: "person", codes: Int32Array.from(codes), levels: 3, columns }];
  return { y: Float64Array.from(first), x: designOf(second).matrix, terms };
}

function visitsOf({ first, second }: HostileSample) {
  const at = (place: (index: number) => number) => Int32Array.from(first, (_, index) => place(index));
  return {
    y: Float64Array.from(first),
    x: designOf(second).matrix,
    people: at((index) => index >> 1),
    visits: at((index) => index % 2),
    visitCount: 2,
  };
}

const SECOND = [0, 1];
/** Statistics that fit a model with random effects. */
export const CALLERS_OF_MIXED_MODELS: Callers = {
  "mixed/intercept-model": {
    interceptContrast: (s) =>
      whenFound(logisticMixedModel(interceptDesignOf(s, s.binary), 5), (model) =>
        interceptContrast(model, SECOND, 0.95, { method: "x", provenance: { statistic: "x", version: 1 } }),
      ),
  },
  "mixed/intraclass-correlation": { intraclassCorrelation: (s) => intraclassCorrelation(mixedDesignOf(s)) },
  "mixed/kenward-roger": {
    kenwardRogerContrast: (s) =>
      whenFound(linearMixedModel(mixedDesignOf(s)), (model) =>
        whenFound(mixedKenwardRoger(mixedDesignOf(s), model), (adjustment) => kenwardRogerContrast(adjustment, SECOND)),
      ),
    kenwardRogerTest: (s) =>
      whenFound(linearMixedModel(mixedDesignOf(s)), (model) =>
        whenFound(mixedKenwardRoger(mixedDesignOf(s), model), (adjustment) =>
          kenwardRogerTest(adjustment, fromRows([SECOND])),
        ),
      ),
  },
  "mixed/linear-mixed-model": {
    linearMixedModel: (s) => [linearMixedModel(mixedDesignOf(s)), linearMixedModel(mixedDesignOf(s), "ML")],
  },
  "mixed/logistic-mixed-model": {
    logisticMixedModel: (s) => logisticMixedModel(interceptDesignOf(s, s.binary), 5),
    logisticMixedContrast: (s) =>
      whenFound(logisticMixedModel(interceptDesignOf(s, s.binary), 5), (model) => logisticMixedContrast(model, SECOND)),
  },
  "mixed/mixed-kenward-roger": {
    mixedKenwardRoger: (s) =>
      whenFound(linearMixedModel(mixedDesignOf(s)), (model) => mixedKenwardRoger(mixedDesignOf(s), model)),
  },
  "mixed/poisson-mixed-model": {
    poissonMixedModel: (s) => poissonMixedModel(interceptDesignOf(s, s.events), 5),
    poissonMixedContrast: (s) =>
      whenFound(poissonMixedModel(interceptDesignOf(s, s.events), 5), (model) => poissonMixedContrast(model, SECOND)),
  },
  "mixed/repeated-measures-kenward-roger": {
    repeatedMeasuresKenwardRoger: (s) =>
      whenFound(repeatedMeasuresModel(visitsOf(s), "compound-symmetry"), (model) =>
        repeatedMeasuresKenwardRoger(visitsOf(s), model),
      ),
  },
  "mixed/repeated-measures-ladder": { repeatedMeasuresLadder: (s) => repeatedMeasuresLadder(visitsOf(s)) },
  "mixed/repeated-measures-model": {
    repeatedMeasuresModel: (s) => repeatedMeasuresModel(visitsOf(s), "unstructured"),
  },
  "mixed/observed-information": {
    observedInformationContrast: (s) =>
      whenFound(repeatedMeasuresModel(visitsOf(s), "unstructured"), (model) =>
        observedInformationContrast(model, SECOND),
      ),
  },
  "mixed/satterthwaite": {
    satterthwaiteContrast: (s) =>
      whenFound(linearMixedModel(mixedDesignOf(s)), (model) => satterthwaiteContrast(model, SECOND)),
    satterthwaiteTest: (s) =>
      whenFound(linearMixedModel(mixedDesignOf(s)), (model) => satterthwaiteTest(model, fromRows([SECOND]))),
  },
};
