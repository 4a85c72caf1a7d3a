"use client";

import { type Characteristics, NOT_RECORDED } from "@alongside/domain/characteristics/characteristics";
import { Button } from "@alongside/ui/primitives/button";
import { useMutation } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { uuidv7 } from "uuidv7";
import { FailureNotice } from "@/features/failure/failure-notice";
import { FormDialog } from "@/features/settings/form-dialog";
import settings from "@/features/settings/settings.module.css";
import { useSettled } from "@/features/settings/use-settled";
import { useApi } from "@/trpc/client";
import styles from "./characteristics.module.css";
import { draftOf, readDraft } from "./characteristics-draft";
import { CharacteristicsFields } from "./characteristics-fields";
import type { WhoTheyAre } from "./characteristics-views";

interface Place {
  readonly programmeId: string;
  readonly participantId: string;
}

/** Who somebody is, as far as the programme records it, and where it is recorded or put right. */
export function CharacteristicsPanel(props: { readonly place: Place; readonly who: WhoTheyAre }): React.JSX.Element {
  const t = useTranslations("characteristics");
  const [open, setOpen] = useState(false);
  const [saved, setSaved] = useState(false);
  const { who } = props;
  return (
    <section className={styles.section} aria-labelledby="who">
      <h2 id="who">{t("title")}</h2>
      <Facts who={who} />
      <div className={settings.actions}>
        <Button
          onClick={() => {
            setSaved(false);
            setOpen(true);
          }}
        >
          {who.now === null ? t("record") : t("correct")}
        </Button>
        <span role="status">{saved ? t("saved") : null}</span>
      </div>
      <FormDialog open={open} title={t("title")} onClose={() => setOpen(false)}>
        <RecordForm
          {...props}
          onDone={() => {
            setOpen(false);
            setSaved(true);
          }}
        />
      </FormDialog>
    </section>
  );
}

function Facts({ who }: { readonly who: WhoTheyAre }): React.JSX.Element {
  const t = useTranslations("characteristics");
  const format = useFormatter();
  const { age, gender, keyPopulations }: Characteristics = who.now?.characteristics ?? NOT_RECORDED;
  const facts = {
    age: age === null ? null : t("years", { age }),
    gender: gender === null ? null : t(`genders.${gender}`),
    "key-populations":
      keyPopulations.length === 0 ? null : format.list(keyPopulations.map((one) => t(`populations.${one}`))),
  };
  const names = { age: t("age"), gender: t("gender"), "key-populations": t("keyPopulations") };
  return (
    <dl className={styles.facts}>
      {who.recorded.map((one) => (
        <div key={one} className={styles.fact}>
          <dt>{names[one]}</dt>
          <dd>{facts[one] ?? t("notRecorded")}</dd>
        </div>
      ))}
    </dl>
  );
}

function RecordForm(props: {
  readonly place: Place;
  readonly who: WhoTheyAre;
  readonly onDone: () => void;
}): React.JSX.Element {
  const t = useTranslations("characteristics");
  const { place, who } = props;
  const [recordId] = useState(uuidv7);
  const [draft, setDraft] = useState(() => draftOf(who.now?.characteristics ?? NOT_RECORDED));
  const [wrong, setWrong] = useState(false);
  const settled = useSettled(props.onDone);
  const record = useMutation(
    useApi().characteristics.record.mutationOptions({ onMutate: settled.begin, onSuccess: settled.settle }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const characteristics = readDraft(draft);
    setWrong(characteristics === null);
    if (characteristics === null) return;
    record.mutate({ ...place, recordId, replaces: who.now?.recordId ?? null, characteristics });
  };
  return (
    <form onSubmit={submit} className={settings.form}>
      <CharacteristicsFields recorded={who.recorded} draft={draft} onDraft={setDraft} />
      {wrong ? <p role="alert">{t("wrongAge")}</p> : null}
      {record.error ? <FailureNotice error={record.error} /> : null}
      <div className={settings.actions}>
        <Button type="submit" kind="primary" disabled={record.isPending}>
          {record.isPending ? t("saving") : t("save")}
        </Button>
      </div>
    </form>
  );
}
