import type { RSection } from "./section";

export const FAMILY_SECTION: RSection = {
  name: "family",
  title: "The p value among its family of tests",
  code: `figure("family.tests", family_tests)
figure("family.p-value", family_p_values[1])
figure("family.none", family_p_values[1])
figure("family.holm", p.adjust(family_p_values, "holm", n = family_tests)[1])
figure("family.BH", p.adjust(family_p_values, "BH", n = family_tests)[1])`,
};
