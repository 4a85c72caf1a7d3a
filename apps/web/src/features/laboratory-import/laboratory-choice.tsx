"use client";

import { Button } from "@alongside/ui/primitives/button";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { useId, useRef, useState } from "react";
import { uuidv7 } from "uuidv7";
import { FailureNotice } from "@/features/failure/failure-notice";
import { SelectField, TextField } from "@/features/file-import/fields";
import shared from "@/features/file-import/file-import.module.css";
import { useApi } from "@/trpc/client";
import styles from "./laboratory-import.module.css";
import type { Laboratory } from "./laboratory-import-views";

/** Whose file it is. How a laboratory writes is remembered under its name. */
export function LaboratoryChoice(props: {
  readonly programmeId: string;
  readonly laboratories: readonly Laboratory[];
  readonly chosen: Laboratory | null;
  readonly onChoose: (laboratoryId: string) => void;
}): React.JSX.Element {
  const t = useTranslations("laboratoryImport.laboratory");
  const format = useFormatter();
  const { laboratories, chosen } = props;
  const [adds, setAdds] = useState(false);
  const titleId = useId();
  const known = laboratories.length > 0;
  return (
    <section className={shared.section} aria-labelledby={titleId}>
      <h2 id={titleId}>{t("title")}</h2>
      {known ? (
        <div className={styles.line}>
          <SelectField
            label={t("choose")}
            value={chosen?.laboratoryId ?? null}
            {...(chosen === null ? { none: t("none") } : {})}
            options={laboratories.map(({ laboratoryId, name }) => ({ value: laboratoryId, label: name }))}
            onChange={(laboratoryId) => laboratoryId && props.onChoose(laboratoryId)}
          />
          {adds ? null : <Button onClick={() => setAdds(true)}>{t("add")}</Button>}
        </div>
      ) : (
        <p className={shared.lead}>{t("first")}</p>
      )}
      {chosen ? (
        <p className={shared.small}>
          {chosen.mappingVersion === 0
            ? t("noMapping")
            : chosen.lastImportedAt === null
              ? t("mapping", { version: chosen.mappingVersion })
              : t("mappingSince", {
                  version: chosen.mappingVersion,
                  day: format.dateTime(chosen.lastImportedAt, { dateStyle: "medium" }),
                })}
        </p>
      ) : null}
      {adds || !known ? (
        <AddLaboratory
          programmeId={props.programmeId}
          onAdded={(laboratoryId) => {
            setAdds(false);
            props.onChoose(laboratoryId);
          }}
          onCancel={known ? () => setAdds(false) : null}
        />
      ) : null}
    </section>
  );
}

function AddLaboratory(props: {
  readonly programmeId: string;
  readonly onAdded: (laboratoryId: string) => void;
  readonly onCancel: (() => void) | null;
}): React.JSX.Element {
  const t = useTranslations("laboratoryImport.laboratory");
  const api = useApi();
  const queries = useQueryClient();
  const { programmeId } = props;
  const [name, setName] = useState("");
  // Sent twice, it is stored once.
  const id = useRef(uuidv7());
  const save = useMutation(
    api.laboratoryImport.saveLaboratory.mutationOptions({
      onSuccess: async ({ laboratoryId }) => {
        await queries.invalidateQueries({ queryKey: api.laboratoryImport.listLaboratories.queryKey({ programmeId }) });
        props.onAdded(laboratoryId);
      },
    }),
  );
  return (
    <form
      className={styles.line}
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== "") save.mutate({ programmeId, laboratoryId: id.current, name });
      }}
    >
      <TextField label={t("name")} value={name} maxLength={120} onChange={setName} />
      <Button kind="primary" type="submit" disabled={save.isPending || name.trim() === ""}>
        {t("save")}
      </Button>
      {props.onCancel === null ? null : <Button onClick={props.onCancel}>{t("cancel")}</Button>}
      {save.error ? <FailureNotice error={save.error} /> : null}
    </form>
  );
}
