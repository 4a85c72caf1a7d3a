"use client";

import { Button } from "@alongside/ui/primitives/button";
import { useTranslations } from "next-intl";
import { COHORT_KINDS, type CohortKind, kindOf } from "./cohort-kind";
import styles from "./settings.module.css";

export interface CohortFields {
  readonly name: string;
  readonly kind: CohortKind;
  readonly description: string;
  readonly position: number;
}

/** Name, kind, description and order of a cohort. */
export function CohortForm(props: {
  readonly before: {
    readonly name: string;
    readonly kind: string;
    readonly description?: string;
    readonly position: number;
  };
  readonly busy: boolean;
  readonly onSubmit: (fields: CohortFields) => void;
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
          name: field("name"),
          kind: kindOf(field("kind")),
          description: field("description"),
          position: Number(field("position")),
        });
      }}
    >
      <label className={styles.field}>
        <span>{t("name")}</span>
        <input name="name" required maxLength={80} defaultValue={before.name} autoComplete="off" />
      </label>
      <label className={styles.field}>
        <span>{t("cohorts.kind")}</span>
        <select name="kind" defaultValue={kindOf(before.kind)}>
          {COHORT_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {t(`cohorts.kinds.${kind}`)}
            </option>
          ))}
        </select>
        <small>{t("cohorts.kindHint")}</small>
      </label>
      <label className={styles.field}>
        <span>{t("cohorts.description")}</span>
        <textarea name="description" rows={2} maxLength={500} defaultValue={before.description} />
      </label>
      <label className={styles.field}>
        <span>{t("order")}</span>
        <input name="position" type="number" required min={0} max={999} step={1} defaultValue={before.position} />
        <small>{t("orderHint")}</small>
      </label>
      <div className={styles.actions}>
        <Button type="submit" kind="primary" disabled={props.busy}>
          {props.busy ? t("saving") : parts("save")}
        </Button>
      </div>
    </form>
  );
}
