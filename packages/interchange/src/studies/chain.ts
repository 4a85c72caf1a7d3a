import { CHAIN_CSV } from "./chain.data";
import type { ShippedStudy } from "./study";

/** One round of interviews with a city-wide cohort of people with HIV. A single occasion: nothing to compare it with. */
export const CHAIN = {
  slug: "chain",
  title: { en: "CHAIN cohort, New York, sixth interview", zh: "纽约 CHAIN 队列第六轮访谈" },
  summary: {
    en: "532 people living with HIV in New York City, recruited from 1994 on. Viral load as they told it, physical and mental health, and adherence to treatment, at one interview.",
    zh: "纽约市 532 名 HIV 感染者，自 1994 年起招募。一次访谈中的自报病毒载量、身体和心理健康以及治疗依从性。",
  },
  provenance: {
    citation:
      "Messeri P, Lee G, Abramson DM, Aidala A, Chiasson MA, Jessop DJ (2003). Antiretroviral therapy and declining AIDS mortality in New York City. Medical Care 41(4), 512-521.",
    packageObject: "mi::CHAIN (1.1)",
    licence: "GPL-2.0-or-later",
  },
  fileName: "chain.csv",
  csv: CHAIN_CSV,
  rows: 532,
  mapping: {
    form: "wide",
    columns: { participant: "id" },
    constants: { cohort: "chain" },
    cohorts: [{ label: "chain", name: "CHAIN cohort", kind: "other" }],
    timepoints: [
      {
        label: "round 6",
        code: "round-6",
        name: "Sixth interview",
        kind: "baseline",
        position: 0,
        targetDay: 0,
        daysBefore: 28,
        daysAfter: 28,
      },
    ],
    measures: [
      {
        label: "log_virus",
        code: "log-viral-load",
        name: "Viral load, self-reported (natural logarithm; 0 = undetectable)",
        domain: "outcome.physiological",
        improvement: "decrease",
        unit: "ln copies/mL",
        minimum: 0,
      },
      {
        label: "healthy",
        code: "physical-health",
        name: "Physical health score",
        domain: "outcome.physiological",
        improvement: "increase",
        unit: "points",
        minimum: 0,
        maximum: 100,
      },
      {
        label: "mental",
        code: "poor-mental-health",
        name: "Poor mental health (1 = yes, 0 = no)",
        domain: "outcome.psychological",
        improvement: "decrease",
        unit: "",
        minimum: 0,
        maximum: 1,
      },
      {
        label: "treatment",
        code: "treatment-adherence",
        name: "Treatment (0 = not taking, 1 = taking, not adherent, 2 = taking, adherent)",
        domain: "outcome.behavioural",
        improvement: "none",
        unit: "category",
        minimum: 0,
        maximum: 2,
      },
    ],
    values: [
      { column: "log_virus", measure: "log-viral-load", timepoint: "round-6" },
      { column: "healthy", measure: "physical-health", timepoint: "round-6" },
      { column: "mental", measure: "poor-mental-health", timepoint: "round-6" },
      { column: "treatment", measure: "treatment-adherence", timepoint: "round-6" },
    ],
  },
} as const satisfies ShippedStudy;
