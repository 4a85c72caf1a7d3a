import { expect, it } from "vitest";
import { coefficientAlpha } from "./coefficient-alpha";
import { omegaTotal } from "./omega";
import fixtures from "./reliability.fixtures.json";

it("alpha and omega say how they were made", () => {
  const items = fixtures.omegas[0]?.items ?? [];
  expect(coefficientAlpha(items)).toMatchObject({
    method: "alpha-feldt",
    interval: { level: 0.95 },
    provenance: { statistic: "reliability/coefficient-alpha", version: 1 },
  });
  expect(omegaTotal(items)).toMatchObject({
    n: 153,
    method: "omega-total-one-factor",
    interval: { level: 0.95 },
    provenance: { statistic: "reliability/omega", version: 1 },
  });
});
