"use client";

import {
  CONSENT_STATES,
  type ConsentPurpose,
  type ConsentState,
  WITNESS_MODES,
} from "@alongside/domain/consent/consent";
import { Button } from "@alongside/ui/primitives/button";
import { useMutation } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { uuidv7 } from "uuidv7";
import { languageName } from "@/features/collect/language-name";
import { FailureNotice } from "@/features/failure/failure-notice";
import settings from "@/features/settings/settings.module.css";
import { useSettled } from "@/features/settings/use-settled";
import { useApi } from "@/trpc/client";
import styles from "./consent.module.css";
import type { ConsentLine, PersonConsents } from "./consent-views";

type Said = Readonly<Partial<Record<ConsentPurpose, ConsentState>>>;

/** One row a purpose, quick with the keyboard: Tab to a row, arrow keys to the answer, Enter records all of them. */
export function ConsentForm(props: {
  readonly programmeId: string;
  readonly consents: PersonConsents;
  readonly onDone: () => void;
}): React.JSX.Element {
  const { consents, programmeId } = props;
  const t = useTranslations("consent");
  const locale = useLocale();
  const lines = consents.lines.filter(({ asked, current }) => asked || current !== null);
  const languages = [...new Set(lines.flatMap(({ edition }) => Object.keys(edition.texts)))];
  const [language, setLanguage] = useState<string>(languages.includes(locale) ? locale : (languages[0] ?? "en"));
  const [said, setSaid] = useState<Said>({});
  // The same answers sent twice are stored once.
  const [ids] = useState(() => new Map(lines.map(({ purpose }) => [purpose, uuidv7()])));
  const [nothing, setNothing] = useState(false);
  const settled = useSettled(props.onDone);
  const record = useMutation(
    useApi().consent.record.mutationOptions({ onMutate: settled.begin, onSuccess: settled.settle }),
  );
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const witness = WITNESS_MODES.find((mode) => mode === form.get("witness")) ?? "paper";
    const answers = lines.flatMap(({ purpose, edition }) => {
      const state = said[purpose];
      return state === undefined
        ? []
        : [{ consentId: ids.get(purpose) ?? uuidv7(), purpose, state, version: edition.version }];
    });
    setNothing(answers.length === 0);
    if (answers.length === 0) return;
    const { participantId } = consents;
    record.mutate({ programmeId, participantId, decidedOn: String(form.get("day") ?? ""), language, witness, answers });
  };
  return (
    <form onSubmit={submit} className={settings.form}>
      <p className={styles.note}>{t("keys")}</p>
      <label className={settings.field}>
        <span>{t("language")}</span>
        <select value={language} onChange={(event) => setLanguage(event.target.value)}>
          {languages.map((tag) => (
            <option key={tag} value={tag}>
              {languageName(tag, locale)}
            </option>
          ))}
        </select>
      </label>
      <div>
        {lines.map((line) => (
          <Row
            key={line.purpose}
            line={line}
            language={language}
            said={said[line.purpose]}
            onSay={(state) =>
              setSaid(({ [line.purpose]: _before, ...rest }) => (state ? { ...rest, [line.purpose]: state } : rest))
            }
          />
        ))}
      </div>
      <fieldset className={settings.fieldset}>
        <legend>{t("witness")}</legend>
        <div className={styles.options}>
          {WITNESS_MODES.map((mode, at) => (
            <label key={mode} className={settings.choice}>
              <input type="radio" name="witness" value={mode} defaultChecked={at === 0} />
              {t(`how.${mode}`)}
            </label>
          ))}
        </div>
      </fieldset>
      <label className={settings.field}>
        <span>{t("day")}</span>
        <input type="date" name="day" required defaultValue={consents.today} max={consents.today} />
      </label>
      {nothing ? <p role="alert">{t("nothing")}</p> : null}
      {record.error ? <FailureNotice error={record.error} /> : null}
      <div className={settings.actions}>
        <Button type="submit" kind="primary" disabled={record.isPending}>
          {record.isPending ? t("saving") : t("save")}
        </Button>
      </div>
    </form>
  );
}

function Row(props: {
  readonly line: ConsentLine;
  readonly language: string;
  readonly said: ConsentState | undefined;
  readonly onSay: (state: ConsentState | undefined) => void;
}): React.JSX.Element {
  const { line, language, said, onSay } = props;
  const t = useTranslations("consent");
  const { purpose, current, edition } = line;
  const text = edition.texts[language];
  const mayTakeBack = current?.state === "given";
  const offered = CONSENT_STATES.filter((state) => (state === "withdrawn" ? mayTakeBack : true));
  const choices: readonly (ConsentState | undefined)[] = [undefined, ...offered];
  return (
    <fieldset className={styles.row} disabled={text === undefined}>
      <legend>{t(`purpose.${purpose}`)}</legend>
      <div className={styles.options}>
        {choices.map((state) => (
          <label key={state ?? "skip"} className={settings.choice}>
            <input type="radio" name={purpose} checked={said === state} onChange={() => onSay(state)} />
            {state === undefined ? t("skip") : t(`state.${state}`)}
          </label>
        ))}
      </div>
      <details className={styles.more}>
        <summary>{t("read")}</summary>
        <p className={styles.words} lang={language}>
          {text}
        </p>
        <p className={styles.note}>
          {edition.savedAt === null ? t("draft") : t("version", { version: edition.version })}
        </p>
      </details>
    </fieldset>
  );
}
