import type { AccessRow } from "./settings-views";

/** What a verb is about: the part before its dot. */
type Entity = AccessRow["verb"] extends infer V ? (V extends `${infer E}.${string}` ? E : never) : never;

/** In the order in which they are shown. */
const ACCESS_TOPICS = [
  "people",
  "consent",
  "questionnaires",
  "laboratory",
  "results",
  "programme",
  "colleagues",
  "safeguards",
] as const;
export type AccessTopic = (typeof ACCESS_TOPICS)[number];

/** Under which heading the table shows what is about what; a new kind of thing does not compile without one. */
const TOPIC_OF = {
  home: "people",
  participant: "people",
  characteristics: "people",
  "support-contact": "people",
  volunteer: "people",
  worklist: "people",
  treatment: "people",
  counselling: "people",
  "contact-details": "people",
  consent: "consent",
  "consent-settings": "consent",
  withdrawal: "consent",
  erasure: "consent",
  assessment: "questionnaires",
  instrument: "questionnaires",
  wording: "questionnaires",
  "lab-result": "laboratory",
  laboratory: "laboratory",
  "laboratory-import": "laboratory",
  "laboratory-settings": "laboratory",
  assay: "laboratory",
  score: "results",
  change: "results",
  chart: "results",
  outcome: "results",
  suppression: "results",
  "analysis-plan": "results",
  "cohort-definition": "results",
  snapshot: "results",
  "study-import": "results",
  release: "results",
  report: "results",
  programme: "programme",
  site: "programme",
  cohort: "programme",
  timepoint: "programme",
  person: "colleagues",
  invitation: "colleagues",
  access: "colleagues",
  audit: "safeguards",
  backup: "safeguards",
  "break-glass": "safeguards",
  "identity-settings": "safeguards",
} as const satisfies Readonly<Record<Entity, AccessTopic>>;

/** The rows of the table topic by topic, in the table's own order. */
export function byTopic(rows: readonly AccessRow[]): readonly (readonly [AccessTopic, readonly AccessRow[]])[] {
  const topics: Readonly<Record<string, AccessTopic>> = TOPIC_OF;
  return ACCESS_TOPICS.map(
    (topic) => [topic, rows.filter(({ verb }) => topics[verb.split(".")[0] ?? ""] === topic)] as const,
  );
}
