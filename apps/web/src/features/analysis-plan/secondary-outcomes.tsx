"use client";

import { Button, buttonClass } from "@alongside/ui/primitives/button";
import { useTranslations } from "next-intl";
import { useEffect, useId, useRef } from "react";
import { OutcomePicker } from "./outcome-picker";
import styles from "./plan.module.css";
import { type PlanDraft, withSecondary } from "./plan-draft";
import type { PlanChoices } from "./plan-views";
import type { PlanProblems } from "./use-plan-problems";

/** The list of secondary outcomes. A new row gets the focus; when one is removed, the button that adds gets it. */
export function SecondaryOutcomes(props: {
  readonly draft: PlanDraft;
  readonly choices: PlanChoices;
  readonly problems: PlanProblems;
  readonly onChange: (draft: PlanDraft) => void;
}): React.JSX.Element {
  const t = useTranslations("analysisPlan.form");
  const part = useTranslations("analysisPlan.part");
  const { draft, choices, problems } = props;
  const rows = draft.secondary;
  const hintId = useId();
  const list = useRef<HTMLFieldSetElement>(null);
  const add = useRef<HTMLButtonElement>(null);
  const count = useRef(rows.length);
  useEffect(() => {
    if (rows.length > count.current)
      list.current?.querySelector<HTMLElement>(":scope > fieldset:last-of-type select")?.focus();
    if (rows.length < count.current) add.current?.focus();
    count.current = rows.length;
  }, [rows.length]);
  const whole = problems("secondary");
  return (
    <fieldset ref={list} className={styles.fieldset} aria-describedby={hintId}>
      <legend>{part("secondary")}</legend>
      <small id={hintId}>
        {t(choices.measures.some(({ yesOrNo }) => yesOrNo) ? "secondaryHintYesOrNo" : "secondaryHint")}
      </small>
      {rows.map((row, at) => (
        <fieldset key={row.key} className={styles.row}>
          <legend className="visually-hidden">{t("secondaryRow", { n: at + 1 })}</legend>
          <OutcomePicker
            outcome={row}
            labels={{ measure: t("secondaryMeasure", { n: at + 1 }), time: t("secondaryTime", { n: at + 1 }) }}
            choices={choices}
            problems={{
              measure: problems(`secondary.${at}.measure`) ?? whole,
              time: problems(`secondary.${at}.timepointCode`),
            }}
            onChange={(outcome) =>
              props.onChange({
                ...draft,
                secondary: rows.map((one) => (one.key === row.key ? { ...outcome, key: row.key } : one)),
              })
            }
          />
          <Button
            kind="quiet"
            aria-label={t("removeNamed", { n: at + 1 })}
            onClick={() => props.onChange({ ...draft, secondary: rows.filter(({ key }) => key !== row.key) })}
          >
            {t("remove")}
          </Button>
        </fieldset>
      ))}
      <div>
        <button ref={add} type="button" className={buttonClass()} onClick={() => props.onChange(withSecondary(draft))}>
          {t("add")}
        </button>
      </div>
    </fieldset>
  );
}
