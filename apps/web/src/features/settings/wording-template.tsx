"use client";

import { Button } from "@alongside/ui/primitives/button";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FailureNotice } from "@/features/failure/failure-notice";
import { useApiClient } from "@/trpc/client";
import styles from "./settings.module.css";

/** An instrument whose wording a programme may load. */
export interface WordableInstrument {
  readonly code: string;
  readonly edition: string;
  readonly name: string;
}

/** Downloads a table with a line for every text the questionnaire needs. */
export function WordingTemplate(props: {
  readonly programmeId: string;
  readonly instrument: WordableInstrument;
}): React.JSX.Element {
  const t = useTranslations("settings.wording");
  const client = useApiClient();
  const [language, setLanguage] = useState("en");
  const download = useMutation({
    mutationFn: async () => {
      const { code: instrument, edition } = props.instrument;
      const template = await client.wording.template.query({
        ...{ programmeId: props.programmeId, instrument, edition, language },
      });
      const link = document.createElement("a");
      // The mark at the start tells spreadsheet programs that it is UTF-8.
      link.href = URL.createObjectURL(new Blob(["\uFEFF", template.csv], { type: "text/csv" }));
      link.download = template.fileName;
      link.click();
      URL.revokeObjectURL(link.href);
    },
  });
  return (
    <>
      <div className={styles.inline}>
        <label className={styles.field}>
          <span>{t("templateLanguage")}</span>
          <input
            value={language}
            onChange={(event) => setLanguage(event.target.value)}
            maxLength={20}
            autoComplete="off"
            spellCheck={false}
          />
        </label>
        <Button onClick={() => download.mutate()} disabled={download.isPending}>
          {t("template")}
        </Button>
      </div>
      {download.error ? <FailureNotice error={download.error} /> : null}
    </>
  );
}
