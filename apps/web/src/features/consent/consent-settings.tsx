"use client";

import { DRAFT_VERSION } from "@alongside/domain/consent/consent";
import { Button } from "@alongside/ui/primitives/button";
import { StatusBadge } from "@alongside/ui/primitives/status-badge";
import { useMutation } from "@tanstack/react-query";
import { useFormatter, useLocale, useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { languageName } from "@/features/collect/language-name";
import { FailureNotice } from "@/features/failure/failure-notice";
import { FormDialog } from "@/features/settings/form-dialog";
import { SavedLine } from "@/features/settings/saved-line";
import settings from "@/features/settings/settings.module.css";
import { useSettled } from "@/features/settings/use-settled";
import { useApi } from "@/trpc/client";
import styles from "./consent.module.css";
import type { PurposeSettings, ConsentSettings as Settings } from "./consent-views";
import { WordsForm } from "./words-form";

/** What the programme asks consent for, since when an answer is needed, and in which words. */
export function ConsentSettings(props: {
  readonly programmeId: string;
  readonly settings: Settings;
}): React.JSX.Element {
  return (
    <ul className={settings.plainList}>
      {props.settings.purposes.map((one) => (
        <li key={one.purpose} className={settings.card}>
          <Purpose programmeId={props.programmeId} one={one} names={props.settings.names} />
        </li>
      ))}
    </ul>
  );
}

function Purpose(props: {
  readonly programmeId: string;
  readonly one: PurposeSettings;
  readonly names: Settings["names"];
}): React.JSX.Element {
  const { one } = props;
  const t = useTranslations("consent");
  const [editing, setEditing] = useState(false);
  const [current, ...earlier] = one.editions;
  const name = t(`purpose.${one.purpose}`);
  return (
    <>
      <div className={styles.head}>
        <h3 className={styles.name}>{name}</h3>
        <StatusBadge tone={current.version === DRAFT_VERSION ? "caution" : "good"}>
          {current.version === DRAFT_VERSION ? t("draft") : t("version", { version: current.version })}
        </StatusBadge>
      </div>
      <Edition edition={current} names={props.names} />
      <div className={settings.actions}>
        <Button onClick={() => setEditing(true)} aria-label={t("settings.editTitle", { purpose: name })}>
          {t("settings.edit")}
        </Button>
      </div>
      {earlier.length === 0 ? null : (
        <details className={styles.more}>
          <summary>{t("settings.history", { count: earlier.length })}</summary>
          {earlier.map((edition) => (
            <div key={edition.version}>
              <p>{edition.version === DRAFT_VERSION ? t("draft") : t("version", { version: edition.version })}</p>
              <Edition edition={edition} names={props.names} />
            </div>
          ))}
        </details>
      )}
      <RuleForm programmeId={props.programmeId} one={one} />
      <FormDialog open={editing} title={t("settings.editTitle", { purpose: name })} onClose={() => setEditing(false)}>
        <WordsForm
          programmeId={props.programmeId}
          purpose={one.purpose}
          edition={current}
          onDone={() => setEditing(false)}
        />
      </FormDialog>
    </>
  );
}

function Edition(props: {
  readonly edition: PurposeSettings["editions"][number];
  readonly names: Settings["names"];
}): React.JSX.Element {
  const t = useTranslations("consent.settings");
  const consent = useTranslations("consent");
  const locale = useLocale();
  const format = useFormatter();
  const { texts, savedAt, savedById } = props.edition;
  return (
    <div>
      {Object.entries(texts).map(([language, text]) => (
        <div key={language}>
          <p className={styles.note}>{languageName(language, locale)}</p>
          <p className={styles.words} lang={language}>
            {text}
          </p>
        </div>
      ))}
      {savedAt === null ? null : (
        <p className={styles.note}>
          {t("saved", {
            name: props.names[savedById ?? ""] ?? consent("nobody"),
            time: format.dateTime(savedAt, { dateStyle: "medium" }),
          })}
        </p>
      )}
    </div>
  );
}

/** Whether it is asked, and of whom an answer is needed. */
function RuleForm(props: { readonly programmeId: string; readonly one: PurposeSettings }): React.JSX.Element {
  const { one, programmeId } = props;
  const t = useTranslations("consent.settings");
  const settled = useSettled();
  const [asked, setAsked] = useState(one.asked);
  const save = useMutation(
    useApi().consentSettings.saveRule.mutationOptions({ onMutate: settled.begin, onSuccess: settled.settle }),
  );
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const day = String(new FormData(event.currentTarget).get("from") ?? "");
    save.mutate({ programmeId, purpose: one.purpose, asked, requiredFrom: day === "" ? null : day });
  };
  return (
    <form onSubmit={submit} className={settings.form}>
      <label className={settings.choice}>
        <input type="checkbox" checked={asked} onChange={(event) => setAsked(event.target.checked)} />
        {t("asked")}
      </label>
      {asked ? (
        <label className={settings.field}>
          <span>{t("requiredFrom")}</span>
          <input type="date" name="from" defaultValue={one.requiredFrom ?? ""} />
          <small>{t("requiredHint")}</small>
        </label>
      ) : null}
      {save.error ? <FailureNotice error={save.error} /> : null}
      <div className={settings.actions}>
        <Button type="submit" disabled={save.isPending}>
          {t("saveRule")}
        </Button>
        <SavedLine saved={settled.saved} />
      </div>
    </form>
  );
}
