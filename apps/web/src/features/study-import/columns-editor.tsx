"use client";

import { useTranslations } from "next-intl";
import { Choices, FieldGroup, SelectField, TextField } from "@/features/file-import/fields";
import { DateFormatField, DecimalMarkField } from "@/features/file-import/notation-fields";
import { chooseCohort, chooseMeasure, chooseTimepoint } from "./draft-changes";
import type { MappingDraft } from "./mapping-draft";
import type { Suggestion } from "./study-import-views";
import { ValueColumns } from "./value-columns";

const DECIMAL_MARKS = [".", ","] as const;
const DATE_FORMATS = ["yyyy-mm-dd", "yyyy/mm/dd", "dd/mm/yyyy", "mm/dd/yyyy", "dd.mm.yyyy"] as const;

/** Which column says what. */
export function ColumnsEditor(props: {
  readonly suggestion: Suggestion;
  readonly draft: MappingDraft;
  readonly onChange: (draft: MappingDraft) => void;
}): React.JSX.Element {
  const t = useTranslations("studyImport.columns");
  const { draft, onChange } = props;
  const { columns, plan } = props.suggestion;
  const options = columns.map(({ name }) => ({ value: name, label: name }));
  const long = draft.form === "long";
  return (
    <>
      <Choices
        legend={t("form.label")}
        name="form"
        value={draft.form}
        options={[
          { value: "wide", label: t("form.wide") },
          { value: "long", label: t("form.long") },
        ]}
        onChange={(form) => onChange({ ...draft, form })}
      />
      <FieldGroup legend={t("title")}>
        <SelectField
          label={t("participant")}
          value={draft.participant}
          options={options}
          onChange={(participant) => participant && onChange({ ...draft, participant })}
        />
        <SelectField
          label={t("cohort")}
          value={draft.cohort}
          options={options}
          none={t("oneCohort")}
          onChange={(cohort) => onChange(chooseCohort(draft, cohort, columns, plan))}
        />
        <SelectField
          label={t("site")}
          value={draft.site}
          options={options}
          none={t("oneSite")}
          onChange={(site) => onChange({ ...draft, site })}
        />
        {draft.site === null ? (
          <TextField
            label={t("siteName")}
            value={draft.siteName}
            onChange={(siteName) => onChange({ ...draft, siteName })}
          />
        ) : null}
        <SelectField
          label={t("timepoint")}
          value={draft.timepoint}
          options={options}
          none={long ? t("oneTimepoint") : t("timepointByColumn")}
          onChange={(timepoint) => onChange(chooseTimepoint(draft, timepoint, columns, plan))}
        />
        {long ? (
          <>
            <SelectField
              label={t("measure")}
              value={draft.measure}
              options={options}
              none={t("choose")}
              onChange={(measure) =>
                onChange(measure === null ? { ...draft, measure } : chooseMeasure(draft, measure, columns))
              }
            />
            <SelectField
              label={t("value")}
              value={draft.value}
              options={options}
              none={t("choose")}
              onChange={(value) => onChange({ ...draft, value })}
            />
          </>
        ) : null}
        <SelectField
          label={t("date")}
          value={draft.date}
          options={options}
          none={t("noDate")}
          onChange={(date) => onChange({ ...draft, date })}
        />
        <DateFormatField
          formats={DATE_FORMATS}
          value={draft.dateFormat}
          onChange={(dateFormat) => onChange({ ...draft, dateFormat })}
        />
        <DecimalMarkField
          marks={DECIMAL_MARKS}
          value={draft.decimalMark}
          onChange={(decimalMark) => onChange({ ...draft, decimalMark })}
        />
        <TextField
          label={t("missing")}
          value={draft.missing.join(" ")}
          onChange={(text) => onChange({ ...draft, missing: text.split(" ").slice(0, 50) })}
        />
      </FieldGroup>
      {long ? null : <ValueColumns columns={columns} draft={draft} onChange={onChange} />}
    </>
  );
}
