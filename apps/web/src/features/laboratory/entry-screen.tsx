"use client";

import { LAB_KINDS, type LabKind } from "@alongside/domain/laboratory/kinds";
import { Button } from "@alongside/ui/primitives/button";
import { KeyHint } from "@alongside/ui/primitives/key-hint";
import { LoadingState } from "@alongside/ui/primitives/loading-state";
import { PageHeader } from "@alongside/ui/primitives/page-header";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { HistoryDialog } from "./history-dialog";
import { KindChoice } from "./kind-choice";
import styles from "./laboratory.module.css";
import { LaboratoryTabs } from "./laboratory-tabs";
import type { LaboratorySetting } from "./laboratory-view";
import { SaveBar } from "./save-bar";
import { SavedList } from "./saved-list";
import { ShortcutsDialog } from "./shortcuts-dialog";
import { isEmptyRow } from "./stack";
import { StackGrid } from "./stack-grid";
import { stackViews } from "./stack-views";
import { useCellOptions } from "./use-cell-options";
import { useJudging } from "./use-judging";
import { usePeople } from "./use-people";
import { useSaving } from "./use-saving";
import { useStack } from "./use-stack";

/** A stack of paper results, typed with the keyboard. */
export function EntryScreen({ setting }: { readonly setting: LaboratorySetting }): React.JSX.Element {
  const t = useTranslations("laboratory");
  const [kind, setKind] = useState<LabKind>("viral-load");
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <LaboratoryTabs base={setting.base} current="grid" />
      <KindChoice kind={kind} onKind={setKind} />
      <StackOfKind key={kind} setting={setting} kind={kind} />
    </>
  );
}

function StackOfKind({ setting, kind }: { readonly setting: LaboratorySetting; readonly kind: LabKind }) {
  const t = useTranslations("laboratory");
  const control = useStack({ ...setting, place: LAB_KINDS.indexOf(kind) }, kind);
  const { stack, act } = control;
  const people = usePeople(setting.programmeId, stack?.rows.map(({ code }) => code) ?? []);
  const judging = useJudging(setting, kind);
  const views = stackViews(stack?.rows ?? [], people, judging);
  const saving = useSaving(setting, control, views, people, "grid");
  const options = useCellOptions(kind, setting.assays);
  const [showsKeys, setShowsKeys] = useState(false);
  const [historyOf, setHistoryOf] = useState<string | null>(null);
  if (stack === null) return <LoadingState label={t("loading")} />;

  const filled = stack.rows.filter((row) => row.saveId === null && !isEmptyRow(row));
  const ready = filled.filter((row) => {
    const person = people.of(row.code);
    return (views.get(row.id)?.ready ?? false) && (person.kind === "found" || person.kind === "unanswered");
  });
  const save = () => saving.save(ready.map(({ id }) => id));
  const openHistory = (code: string) => {
    const person = people.of(code);
    if (person.kind === "found") setHistoryOf(person.recent.participantId);
  };
  return (
    <div className={styles.screen}>
      <StackGrid
        {...{ stack, views, people, act, kind, options }}
        rule={judging.rule}
        onSave={save}
        onUndo={saving.undo}
        onHistory={openHistory}
        onShortcuts={() => setShowsKeys(true)}
      />
      <SaveBar
        control={control}
        saving={saving}
        ready={ready.length}
        notReady={filled.length - ready.length}
        onSave={save}
        tools={
          <Button kind="quiet" onClick={() => setShowsKeys(true)}>
            {t("keys.open")} <KeyHint>{HELP_KEY}</KeyHint>
          </Button>
        }
      />
      <SavedList lines={saving.stored} rule={judging.rule} onHistory={setHistoryOf} />
      <ShortcutsDialog open={showsKeys} onClose={() => setShowsKeys(false)} />
      <HistoryDialog setting={setting} kind={kind} participantId={historyOf} onClose={() => setHistoryOf(null)} />
    </div>
  );
}

const HELP_KEY = "?";
