"use client";

import { Button } from "@alongside/ui/primitives/button";
import { useTranslations } from "next-intl";
import { FieldGroup, NumberField, SelectField, TextField } from "@/features/file-import/fields";
import styles from "@/features/file-import/file-import.module.css";
import { changeTimepoint, newTimepoint } from "./draft-changes";
import type { MappingDraft } from "./mapping-draft";
import { MeasureFields } from "./measure-fields";
import type { ImportPlace, ProgrammePlan } from "./study-import-views";

const COHORT_KINDS = ["peer-support", "comparison", "other"] as const;
const TIMEPOINT_KINDS = ["baseline", "end", "follow-up"] as const;

interface EditorProps {
  readonly draft: MappingDraft;
  readonly plan: ProgrammePlan;
  readonly onChange: (draft: MappingDraft) => void;
}

/** What the labels of the file mean: its cohorts, timepoints and measures. */
export function ParticipantParts(props: EditorProps & { readonly place: ImportPlace }): React.JSX.Element {
  return (
    <>
      <Cohorts {...props} />
      <Timepoints {...props} />
      <MeasureFields draft={props.draft} domains={props.place.domains} onChange={props.onChange} />
    </>
  );
}

function Cohorts({ draft, onChange }: EditorProps): React.JSX.Element {
  const t = useTranslations("studyImport.cohorts");
  const kinds = COHORT_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }));
  const change = (label: string, part: Partial<MappingDraft["cohorts"][number]>): void =>
    onChange({ ...draft, cohorts: draft.cohorts.map((each) => (each.label === label ? { ...each, ...part } : each)) });
  return (
    <div className={styles.section}>
      <h2>{t("title")}</h2>
      {draft.cohorts.map(({ label, name, kind }) => (
        <FieldGroup key={label} legend={draft.cohort === null ? t("everybody") : t("labelled", { label })}>
          <TextField label={t("name")} value={name} onChange={(text) => change(label, { name: text })} />
          <SelectField
            label={t("kindLabel")}
            value={kind}
            options={kinds}
            onChange={(value) => {
              const chosen = COHORT_KINDS.find((each) => each === value);
              if (chosen) change(label, { kind: chosen });
            }}
          />
        </FieldGroup>
      ))}
      <AddLabel
        label={t("add")}
        taken={draft.cohorts.map((cohort) => cohort.label)}
        onAdd={(label) => onChange({ ...draft, cohorts: [...draft.cohorts, { label, name: label, kind: "other" }] })}
        hidden={draft.cohort === null}
      />
    </div>
  );
}

function Timepoints({ draft, plan, onChange }: EditorProps): React.JSX.Element {
  const t = useTranslations("studyImport.timepoints");
  const kinds = TIMEPOINT_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }));
  return (
    <div className={styles.section}>
      <h2>{t("title")}</h2>
      {draft.timepoints.map((timepoint) => {
        const change = (part: Partial<typeof timepoint>): void =>
          onChange(changeTimepoint(draft, timepoint.label, part));
        return (
          <FieldGroup key={timepoint.label} legend={t("labelled", { label: timepoint.label })}>
            <TextField label={t("name")} value={timepoint.name} onChange={(name) => change({ name })} />
            <TextField label={t("code")} value={timepoint.code} maxLength={60} onChange={(code) => change({ code })} />
            <SelectField
              label={t("kindLabel")}
              value={timepoint.kind}
              options={kinds}
              onChange={(value) => {
                const kind = TIMEPOINT_KINDS.find((each) => each === value);
                if (kind) change({ kind });
              }}
            />
            <NumberField
              whole
              label={t("day")}
              value={timepoint.targetDay}
              onChange={(day) => change({ targetDay: day ?? 0 })}
            />
            <NumberField
              whole
              minimum={0}
              label={t("before")}
              value={timepoint.daysBefore}
              onChange={(days) => change({ daysBefore: days ?? 0 })}
            />
            <NumberField
              whole
              minimum={0}
              label={t("after")}
              value={timepoint.daysAfter}
              onChange={(days) => change({ daysAfter: days ?? 0 })}
            />
          </FieldGroup>
        );
      })}
      <AddLabel
        label={t("add")}
        taken={draft.timepoints.map((timepoint) => timepoint.label)}
        onAdd={(label) =>
          onChange({ ...draft, timepoints: [...draft.timepoints, newTimepoint(label, draft.timepoints, plan)] })
        }
        hidden={false}
      />
    </div>
  );
}

/** Adds a label by hand: one that stands further down in the file than the rows looked at. */
function AddLabel(props: {
  readonly label: string;
  readonly taken: readonly string[];
  readonly onAdd: (label: string) => void;
  readonly hidden: boolean;
}): React.JSX.Element | null {
  if (props.hidden) return null;
  const free = (): string => {
    for (let n = props.taken.length + 1; ; n += 1) if (!props.taken.includes(String(n))) return String(n);
  };
  return (
    <p className={styles.actions}>
      <Button size="small" onClick={() => props.onAdd(free())}>
        {props.label}
      </Button>
    </p>
  );
}
