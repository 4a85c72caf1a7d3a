"use client";

import { FAILURE_REASONS, REJECTION_REASONS } from "@alongside/domain/viral-load/no-result-reasons";
import { QUESTIONS } from "@alongside/domain/viral-load/reading";
import { useLocale, useTranslations } from "next-intl";
import { useId } from "react";
import { SelectField } from "@/features/file-import/fields";
import fields from "@/features/file-import/fields.module.css";
import { useResultWords } from "@/features/laboratory/result-words";
import { type AnswerDraft, codesFor } from "./answers";
import styles from "./laboratory-import.module.css";
import type { Question } from "./laboratory-import-views";

/** One print, what is asked about it, and what it may mean. */
export function QuestionField(props: {
  readonly question: Question;
  readonly draft: AnswerDraft | null;
  readonly onChange: (draft: AnswerDraft) => void;
}): React.JSX.Element {
  const { question, draft } = props;
  const t = useTranslations("laboratoryImport.question");
  const locale = useLocale();
  const words = useResultWords();
  const name = useId();
  const needs = draft === null ? null : codesFor(question, draft.choice);
  const radio = (choice: AnswerDraft["choice"], label: string) => (
    <label key={choice} className={fields.choice}>
      <input
        type="radio"
        name={name}
        checked={draft?.choice === choice}
        onChange={() => props.onChange({ choice, code: null })}
      />
      <span>{label}</span>
    </label>
  );
  return (
    <fieldset className={fields.group}>
      <legend>
        <code className={styles.print}>{question.printed}</code>{" "}
        {question.assay === null
          ? t("rows", { n: question.rows })
          : t("rowsOfAssay", { n: question.rows, assay: question.assay })}
      </legend>
      <p className={styles.asked}>{QUESTIONS[question.question][locale]}</p>
      {question.readings.length === 0 ? <p className={styles.asked}>{t("toAdd")}</p> : null}
      <div className={fields.choices}>
        {question.readings.map((reading, place) => radio(place, words.reading(reading, "viral-load", null)))}
        {radio("none", t("leaveOut"))}
      </div>
      {draft !== null && needs !== null ? (
        <SelectField
          label={t("why")}
          value={draft.code}
          none={t("chooseWhy")}
          options={(needs === "rejection" ? REJECTION_REASONS : FAILURE_REASONS).map(({ code, text }) => ({
            value: code,
            label: text[locale],
          }))}
          onChange={(code) => props.onChange({ ...draft, code })}
        />
      ) : null}
    </fieldset>
  );
}
