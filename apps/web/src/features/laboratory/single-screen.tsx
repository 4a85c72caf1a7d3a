"use client";

import { LAB_KINDS, type LabKind } from "@alongside/domain/laboratory/kinds";
import { LoadingState } from "@alongside/ui/primitives/loading-state";
import { PageHeader } from "@alongside/ui/primitives/page-header";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { HistoryDialog } from "./history-dialog";
import { KindChoice } from "./kind-choice";
import styles from "./laboratory.module.css";
import { LaboratoryTabs } from "./laboratory-tabs";
import type { LaboratorySetting } from "./laboratory-view";
import { ResultForm } from "./result-form";
import { SaveBar } from "./save-bar";
import { SavedList } from "./saved-list";
import { stackViews } from "./stack-views";
import { useCellOptions } from "./use-cell-options";
import { useJudging } from "./use-judging";
import { type Person, usePeople } from "./use-people";
import { useSaving } from "./use-saving";
import { useStack } from "./use-stack";
import { type RowProgress, useWantedSave } from "./use-wanted-save";

/** One result after the other, for a phone. */
export function SingleScreen(props: {
  readonly setting: LaboratorySetting;
  /** The code in an address that leads here from a person's page. */
  readonly code: string;
}): React.JSX.Element {
  const t = useTranslations("laboratory.one");
  const [kind, setKind] = useState<LabKind>("viral-load");
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <LaboratoryTabs base={props.setting.base} current="one" />
      <KindChoice kind={kind} onKind={setKind} />
      <OneOfKind key={kind} {...props} kind={kind} />
    </>
  );
}

/** Stacks of single results are kept apart from those of the grid. */
const FIRST_PLACE = 10;

function OneOfKind(props: { readonly setting: LaboratorySetting; readonly code: string; readonly kind: LabKind }) {
  const { setting, kind } = props;
  const t = useTranslations("laboratory");
  const control = useStack({ ...setting, place: FIRST_PLACE + LAB_KINDS.indexOf(kind) }, kind);
  const { stack, act } = control;
  const people = usePeople(setting.programmeId, stack?.rows.map(({ code }) => code) ?? []);
  const judging = useJudging(setting, kind);
  const views = stackViews(stack?.rows ?? [], people, judging);
  const saving = useSaving(setting, control, views, people, "single");
  const options = useCellOptions(kind, setting.assays);
  const [historyOf, setHistoryOf] = useState<string | null>(null);
  const begun = useRef(false);
  const row = stack?.rows.find(({ saveId }) => saveId === null);
  const view = row && views.get(row.id);
  const person = people.of(row?.code ?? "");
  const progress = progressOf(view?.ready === true, person);
  const save = useWantedSave(row?.id ?? null, progress, saving.save);
  if (stack === null) return <LoadingState label={t("loading")} />;
  if (row === undefined || view === undefined) return <LoadingState label={t("loading")} />;
  if (!begun.current) {
    begun.current = true;
    if (props.code !== "" && row.code === "") {
      queueMicrotask(() => act({ type: "type", id: row.id, field: "code", text: props.code }));
    }
  }
  return (
    <div className={styles.screen}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
        onKeyDown={(event) => {
          if (event.key === "F8") saving.undo();
          else if ((event.ctrlKey || event.metaKey) && event.key === "Enter") save();
          else return;
          event.preventDefault();
        }}
      >
        <ResultForm {...{ row, view, person, kind, options, act }} rule={judging.rule} today={setting.today} asksCode />
        <SaveBar
          control={control}
          saving={saving}
          ready={progress === "not-ready" ? 0 : 1}
          notReady={0}
          onSave={save}
          label={t("one.save")}
        />
      </form>
      <SavedList lines={saving.stored} rule={judging.rule} onHistory={setHistoryOf} />
      <HistoryDialog setting={setting} kind={kind} participantId={historyOf} onClose={() => setHistoryOf(null)} />
    </div>
  );
}

function progressOf(isWhole: boolean, person: Person): RowProgress {
  if (!isWhole) return "not-ready";
  if (person.kind === "looking") return "looking";
  return person.kind === "found" || person.kind === "unanswered" ? "ready" : "not-ready";
}
