import type { BilingualText } from "./bilingual-text";
import type { ElementCode } from "./registry";

/** How near two elements of different frameworks stand to each other. */
export const CROSSWALK_RELATIONS = {
  equivalent: { en: "Same idea", zh: "相同" },
  close: { en: "Close", zh: "相近" },
  overlap: { en: "Overlaps", zh: "部分重叠" },
} as const satisfies Readonly<Record<string, BilingualText>>;
export type CrosswalkRelation = keyof typeof CROSSWALK_RELATIONS;

/** A bridge between two elements of different frameworks. It is this project's reading, never a source's claim. */
export interface CrosswalkEntry<Code extends string = string> {
  readonly a: Code;
  readonly b: Code;
  readonly relation: CrosswalkRelation;
  readonly provenance: "analyst";
  readonly rationale?: BilingualText;
}

/** Every bridge between the frameworks. */
export const CROSSWALK = [
  {
    a: "mechanism.effectiveness.volunteer.bridge",
    b: "pwud.mechanism.bridge",
    relation: "equivalent",
    provenance: "analyst",
    rationale: { en: "Same term in both reviews.", zh: "两篇综述使用同一术语。" },
  },
  {
    a: "mechanism.effectiveness.relationship.role-model",
    b: "pwud.mechanism.role-model",
    relation: "equivalent",
    provenance: "analyst",
    rationale: { en: "Same term in both reviews.", zh: "两篇综述使用同一术语。" },
  },
  {
    a: "mechanism.effectiveness.relationship.role-model",
    b: "appear.context.reciprocal.role-modelling",
    relation: "close",
    provenance: "analyst",
    rationale: { en: "HIV versus mental health setting.", zh: "HIV 场景与精神卫生场景之别。" },
  },
  {
    a: "mechanism.effectiveness.relationship.role-model",
    b: "metasyn.theme.positive-impacts.inspiration-and-strength",
    relation: "close",
    provenance: "analyst",
  },
  {
    a: "mechanism.effectiveness.relationship.acceptance-empathy",
    b: "appear.context.accepting",
    relation: "close",
    provenance: "analyst",
  },
  {
    a: "mechanism.effectiveness.relationship.acceptance-empathy",
    b: "pwud.mechanism.commitment-and-empathy",
    relation: "overlap",
    provenance: "analyst",
  },
  {
    a: "mechanism.effectiveness.relationship.reciprocal-support",
    b: "appear.context.reciprocal.mutuality",
    relation: "close",
    provenance: "analyst",
  },
  {
    a: "mechanism.effectiveness.volunteer.tailored-service",
    b: "appear.context.personalised-practice",
    relation: "close",
    provenance: "analyst",
  },
  {
    a: "mechanism.effectiveness.volunteer.continuous-support",
    b: "appear.context.available.flexible-availability",
    relation: "overlap",
    provenance: "analyst",
  },
  {
    a: "mechanism.effectiveness.volunteer.convey-translate-information",
    b: "metasyn.theme.motivations.knowledge-and-skills",
    relation: "overlap",
    provenance: "analyst",
  },
  {
    a: "support.informational",
    b: "metasyn.theme.motivations.knowledge-and-skills",
    relation: "overlap",
    provenance: "analyst",
  },
  {
    a: "support.affiliational",
    b: "metasyn.theme.motivations.connection-and-support",
    relation: "overlap",
    provenance: "analyst",
  },
  {
    a: "support.emotional",
    b: "metasyn.theme.positive-impacts.emotional-wellbeing",
    relation: "overlap",
    provenance: "analyst",
  },
  {
    a: "support.appraisal",
    b: "appear.context.empowering.agency-and-control",
    relation: "overlap",
    provenance: "analyst",
  },
  {
    a: "mechanism.sustainability.plhiv.confidentiality",
    b: "metasyn.theme.challenges.stigma-and-confidentiality",
    relation: "close",
    provenance: "analyst",
  },
  {
    a: "mechanism.sustainability.context.financial-support",
    b: "metasyn.theme.challenges.group-dynamics-and-sustainability",
    relation: "overlap",
    provenance: "analyst",
  },
  {
    a: "mechanism.sustainability.context.financial-support",
    b: "pwud.barrier.financial",
    relation: "overlap",
    provenance: "analyst",
  },
  {
    a: "mechanism.sustainability.context.continuous-training",
    b: "metasyn.recommendation.formal-peer-leader-training",
    relation: "close",
    provenance: "analyst",
  },
  {
    a: "recommendation.routine-care-integration",
    b: "metasyn.recommendation.health-system-integration",
    relation: "close",
    provenance: "analyst",
  },
  {
    a: "outcome.cognitive.enacted-stigma",
    b: "pwud.outcome.stigma-and-discrimination",
    relation: "overlap",
    provenance: "analyst",
  },
  {
    a: "outcome.behavioural.risky-behaviours",
    b: "pwud.outcome.risk-behaviours",
    relation: "close",
    provenance: "analyst",
  },
  {
    a: "outcome.psychological.hope",
    b: "appear.outcome.hopefulness",
    relation: "close",
    provenance: "analyst",
  },
  {
    a: "outcome.psychological.sense-of-worth",
    b: "appear.outcome.self-acceptance",
    relation: "close",
    provenance: "analyst",
  },
  {
    a: "outcome.psychological.confidence",
    b: "appear.outcome.confidence",
    relation: "close",
    provenance: "analyst",
  },
  {
    a: "outcome.psychological.sense-of-belonging",
    b: "appear.outcome.relationships",
    relation: "overlap",
    provenance: "analyst",
  },
  {
    a: "outcome.cognitive.hiv-knowledge",
    b: "appear.outcome.knowledge-and-skills",
    relation: "overlap",
    provenance: "analyst",
  },
  {
    a: "metasyn.theme.motivations.confronting-stigma",
    b: "outcome.cognitive.internalised-stigma",
    relation: "overlap",
    provenance: "analyst",
  },
] as const satisfies readonly CrosswalkEntry<ElementCode>[];
