"use client";

import { useTranslations } from "next-intl";
import { useRef } from "react";
import { uuidv7 } from "uuidv7";
import type { Laboratory } from "@/features/laboratory-import/laboratory-import-views";
import { useApiClient } from "@/trpc/client";
import { NamedList } from "../named-list";
import styles from "../settings.module.css";

/** The laboratories that send files: add, rename, close, reopen. */
export function LaboratoriesPanel(props: {
  readonly programmeId: string;
  readonly laboratories: readonly Laboratory[];
}): React.JSX.Element {
  const t = useTranslations("laboratorySettings.laboratories");
  const { laboratoryImport } = useApiClient();
  // Sent twice, it is stored once.
  const nextId = useRef(uuidv7());
  const { programmeId } = props;
  const save = laboratoryImport.saveLaboratory;
  return (
    <section className={styles.section} aria-labelledby="laboratories">
      <h3 id="laboratories">{t("title")}</h3>
      <p className={styles.note}>{t("lead")}</p>
      <NamedList
        words={{
          ...{ caption: t("title"), empty: t("empty"), add: t("add"), addName: t("addName") },
          ...{ closeTitle: (name) => t("closeTitle", { name }), closeText: t("closeText") },
        }}
        rows={props.laboratories.map(({ laboratoryId: id, name, active }) => ({ id, name, active }))}
        longestName={120}
        onAdd={async (name) => {
          await save.mutate({ programmeId, laboratoryId: nextId.current, name });
          nextId.current = uuidv7();
        }}
        onChange={({ id: laboratoryId, name, active }) => save.mutate({ programmeId, laboratoryId, name, active })}
      />
    </section>
  );
}
