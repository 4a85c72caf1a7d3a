import { describe, expect, it } from "vitest";
import { COMPLEMENTARY_LOG_LOG, IDENTITY, LOG, LOGIT, PROBIT } from "./links";

describe("links", () => {
  it.each([
    ["logit", LOGIT, [-40, -2, 0, 3, 40]],
    ["probit", PROBIT, [-9, -2, 0, 3, 9]],
    ["log", LOG, [-800, -2, 0, 3]],
    ["complementary log-log", COMPLEMENTARY_LOG_LOG, [-50, -2, 0, 1, 800]],
    ["identity", IDENTITY, [-5, 0, 5]],
  ] as const)("%s undoes itself, and has the slope of its inverse; never leaves the open range", (_, link, points) => {
    for (const point of points) {
      const mean = link.inverse(point);
      expect(Number.isFinite(mean) && Number.isFinite(link.slope(point))).toBe(true);
      expect(link.slope(point)).toBeGreaterThan(0);
      if (Math.abs(point) > 3) continue;
      expect(link.link(mean)).toBeCloseTo(point, 9);
      const step = 1e-6;
      const slope = (link.inverse(point + step) - link.inverse(point - step)) / (2 * step);
      expect(link.slope(point)).toBeCloseTo(slope, 6);
    }
  });
});
