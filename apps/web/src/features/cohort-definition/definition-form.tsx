"use client";

import { Button, buttonClass } from "@alongside/ui/primitives/button";
import { Notice } from "@alongside/ui/primitives/notice";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { FailureNotice } from "@/features/failure/failure-notice";
import { WatchedField } from "@/features/free-text/watched-field";
import settings from "@/features/settings/settings.module.css";
import { useApi } from "@/trpc/client";
import styles from "./cohort-definition.module.css";
import { draftOf, readDraft } from "./criteria-draft";
import { CriteriaFields } from "./criteria-fields";
import { definitionsHref } from "./definition-address";
import type { CriteriaChoices, DefinedCohort } from "./definition-views";
import { LiveCount } from "./live-count";

/** Defines a cohort, or changes one; how many people it takes stands beside the form all the time. */
export function DefinitionForm(props: {
  readonly base: string;
  readonly programmeId: string;
  /** Of what is new, the id under which it will be stored. */
  readonly definitionId: string;
  /** Null for a new one. */
  readonly before: DefinedCohort | null;
  readonly choices: CriteriaChoices;
  readonly maySave: boolean;
}): React.JSX.Element {
  const t = useTranslations("cohortDefinition.form");
  const router = useRouter();
  const api = useApi();
  const { base, programmeId, definitionId, before } = props;
  const [name, setName] = useState(before?.name ?? "");
  const [draft, setDraft] = useState(() => draftOf(before?.criteria ?? {}));
  const [tried, setTried] = useState(false);
  const read = readDraft(draft);
  const onSuccess = () => {
    router.push(definitionsHref(base));
    router.refresh();
  };
  const create = useMutation(api.cohortDefinition.create.mutationOptions({ onSuccess }));
  const revise = useMutation(api.cohortDefinition.revise.mutationOptions({ onSuccess }));
  const busy = create.isPending || revise.isPending;
  const save = (archived: boolean) => {
    setTried(true);
    if (read.kind === "problem" || busy) return;
    const fields = { programmeId, definitionId, name, criteria: read.criteria };
    if (before === null) create.mutate(fields);
    else revise.mutate({ ...fields, basedOn: before.number, archived });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save(before?.archived ?? false);
  };
  const error = create.error ?? revise.error;
  return (
    <div className={styles.builder}>
      <form onSubmit={submit} className={settings.form}>
        <WatchedField
          label={t("name")}
          hint={t("nameHint")}
          place={settings.field}
          value={name}
          onText={setName}
          required
          maxLength={80}
        />
        <CriteriaFields draft={draft} choices={props.choices} onDraft={setDraft} />
        {read.kind === "problem" && tried ? (
          <Notice tone="caution" title={t("notYet")}>
            <p>{t("problem", { part: t(`part.${read.part}`), rule: t(`rule.${read.rule}`) })}</p>
          </Notice>
        ) : null}
        {error ? <FailureNotice error={error} /> : null}
        <div className={settings.actions}>
          {props.maySave ? (
            <Button type="submit" kind="primary" disabled={busy}>
              {before === null ? t("create") : t("save")}
            </Button>
          ) : null}
          {props.maySave && before !== null ? (
            <Button onClick={() => save(!before.archived)} disabled={busy}>
              {before.archived ? t("restore") : t("archive")}
            </Button>
          ) : null}
          <a href={definitionsHref(base)} className={buttonClass({ kind: "quiet" })}>
            {t("cancel")}
          </a>
        </div>
        {before === null ? null : <p className={styles.hint}>{t("version", { number: before.number })}</p>}
      </form>
      <div className={styles.beside}>
        <LiveCount programmeId={programmeId} criteria={read.kind === "criteria" ? read.criteria : null} />
      </div>
    </div>
  );
}
