"use client";

import { Button } from "@alongside/ui/primitives/button";
import { useTranslations } from "next-intl";
import styles from "./settings.module.css";

export const TIMEPOINT_KINDS = ["baseline", "end", "follow-up"] as const;
export type TimepointKind = (typeof TIMEPOINT_KINDS)[number];

export interface TimepointFields {
  readonly code: string;
  readonly kind: TimepointKind;
  readonly label: string;
  readonly position: number;
  readonly targetDay: number;
  readonly daysBefore: number;
  readonly daysAfter: number;
}

/** A stored kind as one of those this screen knows. */
export function timepointKind(text: string): TimepointKind {
  return TIMEPOINT_KINDS.find((kind) => kind === text) ?? "follow-up";
}

const NUMBERS = [
  { name: "targetDay", minimum: -365, maximum: 3650, label: "targetDay" },
  { name: "daysBefore", minimum: 0, maximum: 365, label: "daysBefore" },
  { name: "daysAfter", minimum: 0, maximum: 365, label: "daysAfter" },
] as const;

/**
 * A wave's fields. Code and kind are asked only when it is new: what has been recorded points at them.
 *
 * @param kinds which kinds a new wave may be of; a programme has one baseline
 */
export function TimepointForm(props: {
  readonly before: TimepointFields;
  readonly isNew: boolean;
  readonly kinds: readonly TimepointKind[];
  readonly busy: boolean;
  readonly onSubmit: (fields: TimepointFields) => void;
}): React.JSX.Element {
  const t = useTranslations("settings");
  const parts = useTranslations("parts");
  const { before } = props;
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        const form = new FormData(event.currentTarget);
        const field = (name: string) => String(form.get(name) ?? "");
        props.onSubmit({
          code: props.isNew ? field("code") : before.code,
          kind: props.isNew ? timepointKind(field("kind")) : before.kind,
          label: field("label"),
          position: Number(field("position")),
          targetDay: Number(field("targetDay")),
          daysBefore: Number(field("daysBefore")),
          daysAfter: Number(field("daysAfter")),
        });
      }}
    >
      <label className={styles.field}>
        <span>{t("timepoints.label")}</span>
        <input name="label" required maxLength={80} defaultValue={before.label} autoComplete="off" />
      </label>
      {props.isNew ? (
        <div className={styles.pair}>
          <label className={styles.field}>
            <span>{t("timepoints.code")}</span>
            <input name="code" required maxLength={40} pattern="[a-z0-9]+(-[a-z0-9]+)*" autoComplete="off" />
            <small>{t("timepoints.codeHint")}</small>
          </label>
          <label className={styles.field}>
            <span>{t("timepoints.kind")}</span>
            <select name="kind" defaultValue={before.kind}>
              {props.kinds.map((kind) => (
                <option key={kind} value={kind}>
                  {t(`timepoints.kinds.${kind}`)}
                </option>
              ))}
            </select>
          </label>
        </div>
      ) : null}
      <div className={styles.pair}>
        {NUMBERS.map(({ name, minimum, maximum, label }) => (
          <label key={name} className={styles.field}>
            <span>{t(`timepoints.${label}`)}</span>
            <input
              name={name}
              type="number"
              required
              min={minimum}
              max={maximum}
              step={1}
              defaultValue={before[name]}
            />
            {name === "targetDay" ? <small>{t("timepoints.targetHint")}</small> : null}
          </label>
        ))}
        <label className={styles.field}>
          <span>{t("order")}</span>
          <input name="position" type="number" required min={0} max={999} step={1} defaultValue={before.position} />
        </label>
      </div>
      <div className={styles.actions}>
        <Button type="submit" kind="primary" disabled={props.busy}>
          {props.busy ? t("saving") : parts("save")}
        </Button>
      </div>
    </form>
  );
}
