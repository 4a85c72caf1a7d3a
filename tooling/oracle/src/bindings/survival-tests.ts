import { logRank } from "@alongside/statistics/survival/log-rank";
import type { Arguments } from "../dialect/arguments";
import { DialectError } from "../dialect/failure";
import { list, matrix, NULL, named, numbers } from "../dialect/make";
import { asTexts } from "../dialect/read";
import { type Bindings, bind, type RValue } from "../dialect/values";
import { frameOfCall } from "./generalised-linear-models";
import { sufficient } from "./regression-models";
import { rowsOfGroup } from "./survival-curves";
import { codesOf, groupsOf } from "./survival-groups";
import { followUpOf } from "./survival-response";

function survdiff(args: Arguments): RValue {
  const frame = frameOfCall(args, []);
  const groups = groupsOf(frame);
  if (groups === undefined) throw new DialectError("survdiff() needs groups");
  const given = frame.special.find((one) => one.called === "strata");
  const strata = given === undefined ? undefined : codesOf(asTexts(given.value).values);
  const followUp = followUpOf(frame.response);
  const rho = args.number("rho", 0);
  const count = groups.names.length;
  const test = sufficient(logRank(followUp, groups.codes, count, { rho, ...(strata === undefined ? {} : { strata }) }));
  const perStratum = (part: "observed" | "expected"): RValue => {
    if (strata === undefined) return numbers(test[part]);
    const levels = [...new Set(asTexts(given?.value ?? NULL).values)].sort();
    const names = asTexts(given?.value ?? NULL).values;
    const columns = levels.map((level) => {
      const within = names.map((name) => (name === level ? 0 : 1));
      const codes = groups.codes.filter((_, row) => within[row] === 0);
      const own = logRank(rowsOfGroup(followUp, within, 0), codes, count, { rho });
      return own.kind === "test" ? own[part] : groups.names.map(() => null);
    });
    const rows = groups.names.map((_, group) => columns.map((column) => column[group] ?? null));
    return matrix(null, null, rows, levels.length);
  };
  return list({
    n: named(
      groups.names,
      groups.names.map((_, code) => groups.codes.filter((one) => one === code).length),
    ),
    obs: perStratum("observed"),
    exp: perStratum("expected"),
    chisq: test.statistic,
    pvalue: test.pValue,
  });
}

export const SURVIVAL_TESTS: Bindings = {
  survdiff: bind("formula data subset na.action rho timefix", survdiff),
};
