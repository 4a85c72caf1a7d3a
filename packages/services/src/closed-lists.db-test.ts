import { useTestDatabase } from "@alongside/db/testing/test-database";
import { BREAK_GLASS_JUDGEMENTS, BREAK_GLASS_REASONS } from "@alongside/domain/access/break-glass";
import { ROLES } from "@alongside/domain/access/role";
import { CHARACTERISTICS, GENDERS, KEY_POPULATION_ANSWERS } from "@alongside/domain/characteristics/characteristics";
import { CONSENT_PURPOSES, CONSENT_STATES, WITNESS_MODES } from "@alongside/domain/consent/consent";
import { WITHDRAWAL_REASONS } from "@alongside/domain/consent/withdrawal";
import { ENROLMENT_STATUSES } from "@alongside/domain/enrolment/enrolment-status";
import type { ScoreOutcome } from "@alongside/domain/instruments/score-outcome";
import { LAB_KINDS } from "@alongside/domain/laboratory/kinds";
import { ASKED_OF } from "@alongside/domain/schedule/asked-of";
import { COMPARATORS, RESULT_STATES, SPECIMENS } from "@alongside/domain/viral-load/measurement";
import * as mapping from "@alongside/interchange/formats/study-csv/mapping";
import { expect, it } from "vitest";
import { saveAssessmentInput } from "./assessment/input";
import { COHORT_KINDS } from "./cohort/fields";
import { COUNSELLING_EVENTS, COUNSELLING_OUTCOMES } from "./counselling/loop-words";
import { LAB_ENTRIES, VERIFICATIONS } from "./lab-result/stored-words";
import { VERIFICATION_DECISIONS } from "./lab-result/verify";
import { IMPORT_OUTCOMES, STORED_IMPORT_STATES } from "./laboratory-import/import-words";
import { VERIFICATION_POLICIES } from "./laboratory-settings/settings";
import type { ImportState } from "./study-import/stored-import";
import { TIMEPOINT_KINDS } from "./timepoint/fields";

const database = useTestDatabase();

const OUTCOMES: Readonly<Record<ScoreOutcome["outcome"], true>> = {
  scored: true,
  incomplete: true,
  "not-applicable": true,
};
/** Of the states of an import "interrupted" is found out, not stored. */
const IMPORT_STATES: Readonly<Record<Exclude<ImportState, "interrupted">, true>> = {
  uploading: true,
  uploaded: true,
  checked: true,
  running: true,
  done: true,
  failed: true,
};

/** The words a column may hold, from the check that guards it. */
async function allowed(constraint: string): Promise<readonly string[]> {
  const [row] = await database.db.$queryRaw<{ rule: string }[]>`
    SELECT pg_get_constraintdef(oid) AS rule FROM pg_constraint WHERE conname = ${constraint}`;
  return [...(row?.rule ?? "").matchAll(/'([^']+)'/g)].map(([, word = ""]) => word).toSorted();
}

it.each<[constraint: string, list: readonly string[]]>([
  ["membership_role_check", ROLES],
  ["cohort_kind_check", COHORT_KINDS],
  ["cohort_kind_check", mapping.COHORT_KINDS],
  ["instrument_use_asked_of_check", ASKED_OF],
  ["timepoint_kind_check", TIMEPOINT_KINDS],
  ["timepoint_kind_check", mapping.TIMEPOINT_KINDS],
  ["programme_measure_improvement_check", mapping.IMPROVEMENTS],
  ["enrolment_status_check", ENROLMENT_STATUSES],
  ["identity_settings_characteristics_check", CHARACTERISTICS],
  ["participant_characteristics_gender_check", GENDERS],
  ["participant_characteristics_key_populations_check", KEY_POPULATION_ANSWERS],
  ["score_outcome_check", Object.keys(OUTCOMES)],
  ["consent_purpose_check", CONSENT_PURPOSES],
  ["consent_edition_purpose_check", CONSENT_PURPOSES],
  ["consent_rule_purpose_check", CONSENT_PURPOSES],
  ["consent_state_check", CONSENT_STATES],
  ["consent_witness_check", WITNESS_MODES],
  ["withdrawal_reason_check", WITHDRAWAL_REASONS],
  ["break_glass_reason_check", BREAK_GLASS_REASONS],
  ["break_glass_judgement_check", BREAK_GLASS_JUDGEMENTS],
  ["lab_result_kind_check", LAB_KINDS],
  ["lab_result_state_check", RESULT_STATES],
  ["lab_result_comparator_check", COMPARATORS],
  ["lab_result_specimen_check", SPECIMENS],
  ["lab_result_entry_check", LAB_ENTRIES],
  ["lab_result_verification_check", VERIFICATIONS],
  ["lab_verification_decision_check", VERIFICATION_DECISIONS],
  ["counselling_event_kind_check", COUNSELLING_EVENTS],
  ["counselling_loop_outcome_check", COUNSELLING_OUTCOMES],
  ["laboratory_settings_verification_check", VERIFICATION_POLICIES],
  ["lab_import_status_check", STORED_IMPORT_STATES],
  ["lab_import_row_outcome_check", IMPORT_OUTCOMES],
  ["study_import_status_check", Object.keys(IMPORT_STATES)],
])("%s allows what the code writes, and nothing else", async (constraint, list) => {
  expect(await allowed(constraint)).toEqual(list.toSorted());
});

it("an assessment's mode may be any that a form is sent with", async () => {
  expect(await allowed("assessment_mode_check")).toEqual(
    expect.arrayContaining(saveAssessmentInput.shape.mode.options),
  );
});
