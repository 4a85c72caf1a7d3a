import { type ClusterCorrelation, clusterCorrelation } from "@alongside/statistics/agreement/cluster-correlation";
import { DialectError } from "../dialect/failure";
import { number } from "../dialect/make";
import { type Bindings, bind, type RValue } from "../dialect/values";
import { ONE_FACTOR } from "./one-factor";

function correlationOf(model: RValue): ClusterCorrelation {
  const found = clusterCorrelation(ONE_FACTOR.read(model).values);
  if (found.kind !== "cluster-correlation") throw new DialectError(`No correlation: ${found.reason}`);
  return found;
}

export const CLUSTER_CORRELATION: Bindings = {
  /** summary(aov(y ~ group)): a list of one table. */
  /** multilevel::ICC1(aov) and ICC2(aov), with the mean group size. */
  ICC1: bind("object", (args) => number(correlationOf(args.value("object")).valueFromMeanSize)),
  ICC2: bind("object", (args) => number(correlationOf(args.value("object")).reliabilityOfMeans)),
};
