"use client";

import { Button, buttonClass } from "@alongside/ui/primitives/button";
import { Notice } from "@alongside/ui/primitives/notice";
import { useTranslations } from "next-intl";
import shared from "@/features/file-import/file-import.module.css";
import { ProblemTable } from "@/features/file-import/problem-table";
import { leftOut } from "./import-list";
import type { ImportCounts, ImportDetail, ImportIds, LaboratoryPlace } from "./laboratory-import-views";
import { QuestionList } from "./question-list";
import { RowList } from "./row-list";
import { UnknownWords } from "./unknown-words";

/** What the dry run found: what would be stored, what is asked, and every row that would stay out with its reason. */
export function CheckStep(props: {
  readonly place: LaboratoryPlace;
  readonly ids: ImportIds;
  readonly view: ImportDetail;
  /** Null where the file as a whole cannot be read. */
  readonly counts: ImportCounts | null;
  readonly onColumns: () => void;
  readonly onCheck: () => void;
  readonly onRun: () => void;
}): React.JSX.Element {
  const t = useTranslations("laboratoryImport.check");
  const { view, counts } = props;
  const { problems = [], questions = [], unknownWords = [] } = view.findings ?? {};
  const comingIn = counts === null ? 0 : counts.new + counts.changed;
  const out = counts === null ? 0 : leftOut(counts);
  const isUnreadable = counts === null || problems.length > 0;
  return (
    <section className={shared.section} aria-labelledby="check">
      <h2 id="check">{t("title")}</h2>
      {isUnreadable ? (
        <Notice tone="caution" title={t("unreadable")}>
          <p>{t("unreadableText")}</p>
        </Notice>
      ) : (
        <Notice tone="information" title={comingIn > 0 ? t("comingIn", { n: comingIn }) : t("nothingNew")}>
          {comingIn > 0 ? <p>{t("nothingYet")}</p> : null}
          {view.awaiting > 0 ? <p>{t("awaiting", { n: view.awaiting })}</p> : null}
          {out > 0 ? <p>{t("out", { n: out })}</p> : null}
        </Notice>
      )}
      <p className={shared.actions}>
        {comingIn > 0 ? (
          <Button kind={questions.length > 0 ? "secondary" : "primary"} onClick={props.onRun}>
            {questions.length > 0 ? t("runWithout", { n: comingIn }) : t("run", { n: comingIn })}
          </Button>
        ) : null}
        <Button onClick={props.onCheck}>{t("again")}</Button>
        <Button onClick={props.onColumns}>{t("columns")}</Button>
      </p>
      {isUnreadable ? (
        <ProblemTable report={{ problems: [...problems], problemCounts: [{ rule: "", count: problems.length }] }} />
      ) : null}
      {questions.length > 0 ? <QuestionList ids={props.ids} questions={questions} onAnswered={props.onCheck} /> : null}
      {unknownWords.length > 0 ? <UnknownWords words={unknownWords} onColumns={props.onColumns} /> : null}
      {counts === null ? null : <RowList ids={props.ids} counts={counts} />}
      {view.hasErrorFile ? (
        <p>
          <a className={buttonClass()} href={`${props.place.base}/laboratory/import/${view.importId}/rows`} download="">
            {t("download")}
          </a>
        </p>
      ) : null}
    </section>
  );
}
