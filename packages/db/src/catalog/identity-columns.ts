import type pg from "pg";

/** What a column of words holds that stands in a row about a participant. */
export type WordsOf =
  /** One of a list that the program knows, or a key into one. */
  | "listed"
  /** The random code with its check characters, or a claim made of ids and such a code or a keyed hash. */
  | "code"
  /** A hash. */
  | "hash"
  /** A result as it was printed or measured. */
  | "measured"
  /** Codes, counts, numbers and ids; of answers, by the id of the question. */
  | "coded"
  /** Words that staff typed. Where they are typed, a detector warns of names and numbers (domain/free-text). */
  | "watched-words"
  /** Sealed with a key that no database holds. */
  | "sealed";

/** Every column of words, bytes or json in a row about a participant. A new one is refused until it is accounted for here. */
export const WORDS_ABOUT_PARTICIPANTS: Readonly<Record<string, WordsOf>> = {
  "public.assessment.answers": "coded",
  "public.assessment.content_hash": "hash",
  "public.assessment.edition": "listed",
  "public.assessment.instrument": "listed",
  "public.assessment.language": "listed",
  "public.assessment.mode": "listed",
  "public.assessment.reason": "watched-words",
  "public.assessment_conflict.content": "coded",
  "public.assessment_conflict.content_hash": "hash",
  "public.assessment_conflict.reason": "watched-words",
  "public.assessment_conflict.resolution": "listed",
  "public.audit_event.action": "listed",
  "public.audit_event.detail": "coded",
  "public.audit_event.hash": "hash",
  "public.audit_anchor_leaf.hash": "hash",
  "public.audit_head.content": "hash",
  "public.audit_head.hash": "hash",
  "public.break_glass.judgement": "listed",
  "public.break_glass.judgement_note": "watched-words",
  "public.break_glass.reason": "listed",
  "public.break_glass.words": "watched-words",
  "public.change_statistic_delta.cells": "coded",
  "public.consent.language": "listed",
  "public.consent.purpose": "listed",
  "public.consent.state": "listed",
  "public.consent.witness": "listed",
  "public.contact_reading.fields": "listed",
  "public.contact_reading.purpose": "listed",
  "public.contact_reading.purpose_words": "watched-words",
  "public.counselling_event.kind": "listed",
  "public.counselling_event.note": "watched-words",
  "public.counselling_loop.outcome": "listed",
  "public.duplicate_mark.claim": "hash",
  "public.enrolment.reason": "watched-words",
  "public.enrolment.status": "listed",
  "public.lab_result.as_printed": "measured",
  "public.lab_result.assay_edition": "listed",
  "public.lab_result.assay_key": "listed",
  "public.lab_result.checks": "watched-words",
  "public.lab_result.comparator": "listed",
  "public.lab_result.content_hash": "hash",
  "public.lab_result.derivation": "listed",
  "public.lab_result.entry": "listed",
  "public.lab_result.failure_code": "listed",
  "public.lab_result.kind": "listed",
  "public.lab_result.reason": "watched-words",
  "public.lab_result.reason_for_test": "listed",
  "public.lab_result.rejection_code": "listed",
  "public.lab_result.specimen": "listed",
  "public.lab_result.state": "listed",
  "public.lab_result.unit": "listed",
  "public.lab_result.value": "measured",
  "public.lab_result.verification": "listed",
  "public.lab_second_entry.content": "measured",
  "public.lab_second_entry.content_hash": "hash",
  "public.lab_second_entry.differences": "coded",
  "public.lab_standing.answered_comparator": "listed",
  "public.lab_standing.answered_state": "listed",
  "public.lab_standing.specimen_state": "listed",
  "public.lab_verification.decision": "listed",
  "public.lab_verification.note": "watched-words",
  "public.participant.code": "code",
  "public.participant_characteristics.gender": "listed",
  "public.participant_characteristics.key_populations": "listed",
  "public.participant_code.claim": "code",
  "public.score.measure": "listed",
  "public.score.outcome": "listed",
  "public.score.provenance": "coded",
  "public.snapshot_person.hash": "hash",
  "public.snapshot_person.status": "listed",
  "public.support_contact.activities": "listed",
  "public.support_contact.mode": "listed",
  "public.treatment_start.reason": "watched-words",
  "public.withdrawal.level": "listed",
  "public.withdrawal.reason": "listed",
  "vault.contact_detail.field": "listed",
  "vault.contact_detail.key_id": "listed",
  "vault.contact_detail.sealed": "sealed",
};

/** Columns, in tables about something else, whose name sounds like a person's, and whose they are. */
const NOT_A_PARTICIPANTS: Readonly<Record<string, "staff" | "place or thing">> = {
  "public.app_user.name": "staff",
  "public.app_user.email": "staff",
  "public.app_user.image": "staff",
  "public.invitation.name": "staff",
  "public.invitation.email": "staff",
  "public.app_session.ip_address": "staff",
  "public._prisma_migrations.migration_name": "place or thing",
  "public.backup_run.file_name": "place or thing",
  "public.cohort.name": "place or thing",
  "public.cohort_definition.name": "place or thing",
  "public.snapshot.name": "place or thing",
  "public.lab_import.file_name": "place or thing",
  "public.laboratory.name": "place or thing",
  "public.programme.name": "place or thing",
  "public.site.name": "place or thing",
  "public.study_import.file_name": "place or thing",
};

/**
 * Columns that tell something of who a participant is without naming anybody: recorded only where the programme has said so
 * (`identity_settings.characteristics`).
 */
const CHOSEN_BY_PROGRAMME: readonly string[] = [
  "public.participant_characteristics.age",
  "public.participant_characteristics.gender",
];

/** Parts of column names under which it would stand who somebody is. */
const TELLING = [
  ...["name", "names", "firstname", "lastname", "surname", "forename", "initials", "nickname", "alias"],
  ...["phone", "telephone", "mobile", "tel", "email", "mail", "contact", "whatsapp", "wechat", "sms"],
  ...["address", "street", "postcode", "zip", "village", "ward", "town", "gps", "latitude", "longitude"],
  ...["birth", "birthday", "born", "dob", "age", "sex", "gender", "photo", "image", "picture", "fingerprint", "face"],
  ...["passport", "national", "ssn", "nik", "nupi", "mrn", "hospital", "ip"],
];

export interface IdentityColumn {
  /** `schema.table.column`. */
  readonly column: string;
  readonly problem: "telling-name" | "words-not-accounted-for" | "accounted-for-but-absent";
}

const COLUMNS = `
  SELECT format('%s.%s.%s', n.nspname, c.relname, a.attname) AS column, a.attname AS name,
         y.typname = 'bool' AS answer,
         coalesce(element.typname, y.typname) = ANY ('{text,varchar,bpchar,json,jsonb,bytea,xml,inet,citext,hstore}') AS words,
         EXISTS (SELECT 1 FROM pg_attribute k WHERE k.attrelid = c.oid AND NOT k.attisdropped
                    AND k.attname IN ('participant_id', 'subject_id', 'claim')) AS "aboutParticipant"
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    JOIN pg_type y ON y.oid = a.atttypid
    LEFT JOIN pg_type element ON element.oid = y.typelem AND y.typcategory = 'A'
   WHERE c.relkind IN ('r', 'p', 'm', 'v') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
   ORDER BY 1`;

/**
 * Looks through the catalog for columns that could hold who a participant is: by their names in every table, and any
 * column of words in a table about participants that nobody has accounted for.
 */
export async function identityColumns(client: pg.Client): Promise<readonly IdentityColumn[]> {
  const found = await client.query<{
    column: string;
    name: string;
    answer: boolean;
    words: boolean;
    aboutParticipant: boolean;
  }>(COLUMNS);
  const present = new Set(found.rows.map(({ column }) => column));
  const problems: IdentityColumn[] = [];
  for (const { column, name, answer, words, aboutParticipant } of found.rows) {
    // A yes or no tells nobody's name.
    const isTelling = !answer && name.split("_").some((part) => TELLING.includes(part));
    const isKnown = NOT_A_PARTICIPANTS[column] !== undefined || CHOSEN_BY_PROGRAMME.includes(column);
    if (isTelling && !isKnown) problems.push({ column, problem: "telling-name" });
    else if (words && aboutParticipant && WORDS_ABOUT_PARTICIPANTS[column] === undefined) {
      problems.push({ column, problem: "words-not-accounted-for" });
    }
  }
  for (const column of [
    ...Object.keys(WORDS_ABOUT_PARTICIPANTS),
    ...Object.keys(NOT_A_PARTICIPANTS),
    ...CHOSEN_BY_PROGRAMME,
  ]) {
    if (!present.has(column)) problems.push({ column, problem: "accounted-for-but-absent" });
  }
  return problems;
}
