"use client";

import { Button } from "@alongside/ui/primitives/button";
import { Notice } from "@alongside/ui/primitives/notice";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { FailureNotice } from "@/features/failure/failure-notice";
import { useApi } from "@/trpc/client";
import { fileBase64 } from "./file-base64";
import { PermissionFields } from "./permission-fields";
import styles from "./settings.module.css";
import { useSettled } from "./use-settled";
import { type WordableInstrument, WordingTemplate } from "./wording-template";

/** Questionnaire, file, permission: then the wording is stored, and what it lacks is said. */
export function LoadWording(props: {
  readonly programmeId: string;
  readonly instruments: readonly WordableInstrument[];
  readonly chosen: string;
  readonly today: string;
}): React.JSX.Element {
  const t = useTranslations("settings.wording");
  const [code, setCode] = useState(props.chosen);
  const [noFile, setNoFile] = useState(false);
  const settled = useSettled();
  const load = useMutation(
    useApi().wording.load.mutationOptions({ onMutate: settled.begin, onSuccess: settled.settle }),
  );
  const instrument = props.instruments.find((one) => one.code === code);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const field = (name: string) => String(form.get(name) ?? "");
    const file = form.get("file");
    const missing = !(file instanceof File) || file.size === 0;
    setNoFile(missing);
    if (missing || !instrument) return;
    load.mutate({
      programmeId: props.programmeId,
      instrument: instrument.code,
      edition: instrument.edition,
      fileBase64: await fileBase64(file),
      permission: {
        holder: field("holder"),
        reference: field("reference"),
        grantedOn: field("grantedOn"),
        note: field("note"),
      },
    });
  };
  const report = load.data?.report;
  return (
    <form className={styles.card} onSubmit={submit}>
      <h3>{t("load")}</h3>
      <label className={styles.field}>
        <span>{t("step1")}</span>
        <select value={code} onChange={(event) => setCode(event.target.value)} required>
          <option value="">{t("choose")}</option>
          {props.instruments.map((one) => (
            <option key={one.code} value={one.code}>
              {one.name}
            </option>
          ))}
        </select>
      </label>
      {instrument ? <WordingTemplate programmeId={props.programmeId} instrument={instrument} /> : null}
      <label className={styles.field}>
        <span>{t("step2")}</span>
        <input name="file" type="file" accept=".csv,.json,text/csv,application/json" aria-invalid={noFile} />
        <small>{t("fileHint")}</small>
      </label>
      {noFile ? (
        <Notice tone="caution">
          <p>{t("noFile")}</p>
        </Notice>
      ) : null}
      <PermissionFields today={props.today} />
      {load.error ? <FailureNotice error={load.error} /> : null}
      <div className={styles.actions}>
        <Button type="submit" kind="primary" disabled={load.isPending}>
          {t("submit")}
        </Button>
      </div>
      <div role="status">
        {report ? (
          <Notice tone="information" title={t("done", { given: report.itemsGiven, needed: report.itemsNeeded })}>
            {report.missingItems.length > 0 ? (
              <p>{t("doneMissing", { items: report.missingItems.join(", ") })}</p>
            ) : null}
            {report.missingOptions.length > 0 ? (
              <p>{t("doneMissingOptions", { options: report.missingOptions.join(", ") })}</p>
            ) : null}
          </Notice>
        ) : null}
      </div>
    </form>
  );
}
