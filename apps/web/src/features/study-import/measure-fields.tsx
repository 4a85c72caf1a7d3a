"use client";

import { useTranslations } from "next-intl";
import { FieldGroup, NumberField, SelectField, TextField } from "@/features/file-import/fields";
import styles from "@/features/file-import/file-import.module.css";
import { type MappingDraft, valuesInUse } from "./mapping-draft";
import type { ImportPlace, Measure } from "./study-import-views";

const IMPROVEMENTS = ["increase", "decrease", "none"] as const;

/** What each measure is: its outcome domain, which way is better, unit and range. */
export function MeasureFields(props: {
  readonly draft: MappingDraft;
  readonly domains: ImportPlace["domains"];
  readonly onChange: (draft: MappingDraft) => void;
}): React.JSX.Element {
  const t = useTranslations("studyImport.measures");
  const { draft, onChange } = props;
  const used = new Set(valuesInUse(draft).map((value) => value.measure));
  const shown = draft.form === "long" ? draft.measures : draft.measures.filter((measure) => used.has(measure.code));
  const replace = (changed: Measure): void =>
    onChange({ ...draft, measures: draft.measures.map((each) => (each.code === changed.code ? changed : each)) });
  return (
    <div className={styles.section}>
      <h2>{t("title")}</h2>
      {shown.map((measure) => (
        <FieldGroup key={measure.code} legend={t("labelled", { label: measure.label })}>
          <TextField label={t("name")} value={measure.name} onChange={(name) => replace({ ...measure, name })} />
          <SelectField
            label={t("domain")}
            value={measure.domain}
            options={props.domains.map(({ code, label }) => ({ value: code, label }))}
            onChange={(domain) => domain && replace({ ...measure, domain })}
          />
          <SelectField
            label={t("improvement")}
            value={measure.improvement}
            options={IMPROVEMENTS.map((value) => ({ value, label: t(`better.${value}`) }))}
            onChange={(value) => {
              const improvement = IMPROVEMENTS.find((each) => each === value);
              if (improvement) replace({ ...measure, improvement });
            }}
          />
          <TextField
            label={t("unit")}
            value={measure.unit}
            maxLength={60}
            onChange={(unit) => replace({ ...measure, unit })}
          />
          <NumberField
            label={t("minimum")}
            value={measure.minimum}
            onChange={(minimum) => replace(withBound(measure, "minimum", minimum))}
          />
          <NumberField
            label={t("maximum")}
            value={measure.maximum}
            onChange={(maximum) => replace(withBound(measure, "maximum", maximum))}
          />
        </FieldGroup>
      ))}
    </div>
  );
}

function withBound(measure: Measure, bound: "minimum" | "maximum", value: number | undefined): Measure {
  const { [bound]: _, ...rest } = measure;
  return value === undefined ? rest : { ...rest, [bound]: value };
}
