"use client";

import { MEANINGS_OF_BELOW } from "@alongside/domain/viral-load/assay";
import { RESULT_UNITS, SPECIMENS } from "@alongside/domain/viral-load/measurement";
import { Button } from "@alongside/ui/primitives/button";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { useOpenTranslations } from "@/i18n/use-open-translations";
import styles from "../settings.module.css";
import { type AssayField, type AssayInput, type ListedAssay, readAssay, type TypedAssay } from "./assay-draft";
import { EditionDiffers } from "./edition-differs";

const KEY_FORM = "[a-z0-9]+(-[a-z0-9]+)*";
const LIMITS = ["lowerLimit", "upperLimit", "detectionLimit"] as const;
const CODES = ["loincCopies", "loincLog10", "loincIu"] as const;

/** An assay, or another edition of one, with what will differ once it is saved. */
export function AssayForm(props: {
  readonly begin: TypedAssay;
  /** The edition it follows; null for a new assay. */
  readonly follows: ListedAssay["assay"] | null;
  readonly listed: readonly ListedAssay[];
  readonly busy: boolean;
  readonly error: ReactNode;
  readonly onSubmit: (assay: AssayInput) => void;
}): React.JSX.Element {
  const t = useTranslations("assayRegister");
  const say = useOpenTranslations();
  const words = useTranslations("laboratory");
  const settings = useTranslations("settings");
  const parts = useTranslations("parts");
  const [typed, setTyped] = useState(props.begin);
  const assay = readAssay(typed);
  const text = (name: AssayField, more: React.ComponentProps<"input"> = {}) => (
    <label className={styles.field}>
      <span>{t(`field.${name}`)}</span>
      <input
        name={name}
        value={typed[name]}
        autoComplete="off"
        onChange={(event) => setTyped({ ...typed, [name]: event.target.value })}
        {...more}
      />
      {say.has(`assayRegister.hint.${name}`) ? <small>{say(`assayRegister.hint.${name}`)}</small> : null}
    </label>
  );
  const choice = (name: AssayField, options: readonly { readonly value: string; readonly text: string }[]) => (
    <label className={styles.field}>
      <span>{t(`field.${name}`)}</span>
      <select name={name} value={typed[name]} onChange={(event) => setTyped({ ...typed, [name]: event.target.value })}>
        {options.map(({ value, text: shown }) => (
          <option key={value} value={value}>
            {shown}
          </option>
        ))}
      </select>
      {say.has(`assayRegister.hint.${name}`) ? <small>{say(`assayRegister.hint.${name}`)}</small> : null}
    </label>
  );
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (assay !== null) props.onSubmit(assay);
      }}
    >
      {text("platform", { required: true, maxLength: 120 })}
      <div className={styles.pair}>
        {text("nameEn", { required: true, maxLength: 120, lang: "en" })}
        {text("nameZh", { required: true, maxLength: 120, lang: "zh-Hans" })}
        {choice(
          "specimen",
          SPECIMENS.map((value) => ({ value, text: words(`specimen.${value}`) })),
        )}
        {choice(
          "unit",
          RESULT_UNITS.map((value) => ({ value, text: words(`unit.${value}`) })),
        )}
        {LIMITS.map((name) => (
          <div key={name}>{text(name, { inputMode: "decimal", maxLength: 20 })}</div>
        ))}
        {text("iuPerCopy", { inputMode: "decimal", maxLength: 20 })}
      </div>
      {choice(
        "meansOfBelow",
        MEANINGS_OF_BELOW.map((value) => ({ value, text: t(`below.${value}`) })),
      )}
      {text("source", { required: true, minLength: 3, maxLength: 500 })}
      <div className={styles.pair}>
        {props.follows === null ? text("key", { required: true, maxLength: 80, pattern: KEY_FORM }) : null}
        {text("edition", { required: true, maxLength: 20 })}
        {text("validFrom", { type: "date", required: true })}
      </div>
      <details>
        <summary>{t("codes")}</summary>
        <div className={styles.pair}>
          {CODES.map((name) => (
            <div key={name}>{text(name, { pattern: "\\d{1,7}-\\d", maxLength: 9 })}</div>
          ))}
        </div>
      </details>
      {assay === null ? (
        <p role="alert">{t("notNumbers")}</p>
      ) : (
        <EditionDiffers typed={typed} assay={assay} follows={props.follows} listed={props.listed} />
      )}
      {props.error}
      <div className={styles.actions}>
        <Button type="submit" kind="primary" disabled={props.busy || assay === null}>
          {props.busy ? settings("saving") : parts("save")}
        </Button>
      </div>
    </form>
  );
}
