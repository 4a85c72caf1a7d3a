import { betaCdf, betaUpper } from "@alongside/statistics/distribution/beta";
import { logGamma } from "@alongside/statistics/distribution/log-gamma";
import { numbers } from "../dialect/make";
import { asNumbers } from "../dialect/read";
import { type Bindings, bind } from "../dialect/values";
import { callsOf } from "./distribution-calls";

/** Failures before the size-th success; with `mu`, R's other way to give it, prob is size / (size + mu). */
export const NEGATIVE_BINOMIAL: Bindings = withMean(
  callsOf("nbinom", {
    parameters: [["size"], ["prob"]],
    density: (k, size = 1, prob = 0.5) =>
      k < 0 || !Number.isInteger(k)
        ? 0
        : Math.exp(
            logGamma(size + k) - logGamma(size) - logGamma(k + 1) + size * Math.log(prob) + k * Math.log1p(-prob),
          ),
    lower: (k, size = 1, prob = 0.5) => (k < 0 ? 0 : betaCdf(prob, size, Math.floor(k + 1e-7) + 1)),
    upper: (k, size = 1, prob = 0.5) => (k < 0 ? 1 : betaUpper(prob, size, Math.floor(k + 1e-7) + 1)),
    quantile: (p, size = 1, prob = 0.5) => {
      let k = 0;
      while (betaCdf(prob, size, k + 1) < p * (1 - 64 * Number.EPSILON) && k < 1e7) k += 1;
      return k;
    },
  }),
);

function withMean(calls: Bindings): Bindings {
  return Object.fromEntries(
    Object.entries(calls).map(([name, { formals, call }]) => [
      name,
      bind(`${formals.slice(0, 3).join(" ")} mu ${formals.slice(3).join(" ")}`, (args) => {
        if (!args.has("mu")) return call(args);
        const [size, mean] = [asNumbers(args.value("size")).values, asNumbers(args.value("mu")).values];
        const length = Math.max(size.length, mean.length);
        const prob = Array.from({ length }, (_, at) => {
          const one = size[at % size.length] ?? Number.NaN;
          return one / (one + (mean[at % mean.length] ?? Number.NaN));
        });
        const [first = "x"] = formals;
        const given = ["lower.tail", "log.p", "log"].filter((flag) => args.has(flag));
        return args.call(
          name,
          [args.value(first), args.value("size"), numbers(prob), ...given.map((flag) => args.value(flag))],
          [undefined, undefined, undefined, ...given],
        );
      }),
    ]),
  );
}
