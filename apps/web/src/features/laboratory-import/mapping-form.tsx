"use client";

import { Button } from "@alongside/ui/primitives/button";
import { Notice } from "@alongside/ui/primitives/notice";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { FailureNotice } from "@/features/failure/failure-notice";
import shared from "@/features/file-import/file-import.module.css";
import { SampleTable } from "@/features/file-import/sample-table";
import { ColumnFields } from "./column-fields";
import styles from "./laboratory-import.module.css";
import type { Findings, Mapping, Suggestion } from "./laboratory-import-views";
import { draftOf, fieldsOf, fieldsToName } from "./mapping-changes";
import { RowFields } from "./row-fields";
import { WordFields } from "./word-fields";

/** The mapping of a laboratory while somebody works on it. */
export function MappingForm(props: {
  readonly suggestion: Suggestion;
  readonly findings: Findings | null;
  readonly laboratoryName: string;
  readonly cutFields: ReactNode;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onSubmit: (mapping: Mapping) => void;
}): React.JSX.Element {
  const t = useTranslations("laboratoryImport");
  const { suggestion } = props;
  const [edited, setEdited] = useState<Mapping | null>(null);
  const mapping = edited ?? draftOf(suggestion);
  const toName = fieldsToName(mapping, suggestion.columns);
  const isStored = suggestion.from === "stored";
  const isKnown = isStored && edited === null;
  const submit = (
    <p className={shared.actions}>
      <Button kind="primary" type="submit" disabled={props.busy || toName.length > 0}>
        {props.busy ? t("columns.saving") : t("columns.check")}
      </Button>
    </p>
  );
  return (
    <form
      className={shared.section}
      onSubmit={(event) => {
        event.preventDefault();
        props.onSubmit(mapping);
      }}
    >
      {isStored ? (
        <Notice tone="information" title={t("columns.stored", { name: props.laboratoryName })}>
          <p>{t("columns.storedText", { version: suggestion.version })}</p>
        </Notice>
      ) : (
        <p className={shared.lead}>{t("columns.lead", { name: props.laboratoryName })}</p>
      )}
      {isKnown ? submit : null}
      <SampleTable
        caption={t("columns.sample", { n: suggestion.rows.length })}
        rows={suggestion.rows}
        columns={suggestion.columns.map(({ name }) => {
          const fields = fieldsOf(mapping, name);
          const use = fields.map((field) => t(`field.${field}`)).join(" · ");
          return { name, use: fields.length === 0 ? t("columns.unused") : use, used: fields.length > 0 };
        })}
      />
      <ColumnFields suggestion={suggestion} mapping={mapping} onChange={setEdited} />
      <WordFields suggestion={suggestion} findings={props.findings} mapping={mapping} onChange={setEdited} />
      <RowFields suggestion={suggestion} mapping={mapping} onChange={setEdited} />
      {props.cutFields === null ? null : (
        <details className={styles.more}>
          <summary>{t("columns.reread")}</summary>
          {props.cutFields}
        </details>
      )}
      <label className={styles.tick}>
        <input
          type="checkbox"
          checked={mapping.corrects}
          aria-describedby="corrects-help"
          onChange={(event) => setEdited({ ...mapping, corrects: event.currentTarget.checked })}
        />
        <span>{t("columns.corrects")}</span>
      </label>
      <p id="corrects-help" className={shared.small}>
        {t("columns.correctsHelp")}
      </p>
      {toName.length > 0 ? (
        <p className={styles.needed} role="status">
          {t("columns.needed", { fields: toName.map((field) => t(`field.${field}`)).join(" · ") })}
        </p>
      ) : null}
      {props.error ? <FailureNotice error={props.error} /> : null}
      {isKnown ? null : submit}
    </form>
  );
}
