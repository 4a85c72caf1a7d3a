"use client";

import { Button } from "@alongside/ui/primitives/button";
import { Notice } from "@alongside/ui/primitives/notice";
import { StatusBadge } from "@alongside/ui/primitives/status-badge";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { FailureNotice } from "@/features/failure/failure-notice";
import { useSettled } from "@/features/settings/use-settled";
import { useApi } from "@/trpc/client";
import styles from "./plan.module.css";
import { draftOf, type PlanDraft, planOf } from "./plan-draft";
import { PlanFields } from "./plan-fields";
import type { PlanChoices, SavedVersion } from "./plan-views";
import { usePlanProblems } from "./use-plan-problems";

/** Where a new version is written, beginning with what the newest says. */
export function PlanForm(props: {
  readonly programmeId: string;
  readonly newest: Pick<SavedVersion, "version" | "plan"> | null;
  readonly choices: PlanChoices;
}): React.JSX.Element {
  const t = useTranslations("analysisPlan.form");
  const { programmeId, newest, choices } = props;
  const [open, setOpen] = useState(newest === null);
  const [draft, setDraft] = useState(() => draftOf(newest?.plan ?? null, choices));
  /** The newest version when the plan was sent: the answer names the same one when nothing was new. */
  const [before, setBefore] = useState(0);
  const settled = useSettled();
  const save = useMutation(
    useApi().analysisPlan.save.mutationOptions({ onMutate: settled.begin, onSuccess: settled.settle }),
  );
  const { at, allAtFields } = usePlanProblems(save.error);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (save.error) form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [save.error]);
  const change = (changed: PlanDraft) => {
    setDraft(changed);
    settled.begin();
  };
  const version = save.data?.version ?? 0;
  return (
    <details open={open} className={styles.write} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{newest === null ? t("first") : t("another")}</summary>
      <form
        ref={form}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          setBefore(newest?.version ?? 0);
          save.mutate({ programmeId, plan: planOf(draft) });
        }}
      >
        <p className={styles.quiet}>{t("text")}</p>
        <PlanFields draft={draft} choices={choices} problems={at} onChange={change} />
        {save.error && allAtFields ? <Notice tone="caution" title={t("atFields")} /> : null}
        {save.error && !allAtFields ? <FailureNotice error={save.error} /> : null}
        <div className={styles.actions}>
          <Button type="submit" kind="primary" disabled={save.isPending || settled.refreshing}>
            {save.isPending ? t("saving") : t("save")}
          </Button>
          <span role="status">
            {settled.saved && save.data ? (
              <StatusBadge tone={version > before ? "good" : "neutral"}>
                {t(version > before ? "saved" : "same", { version })}
              </StatusBadge>
            ) : null}
          </span>
        </div>
      </form>
    </details>
  );
}
