"use client";

import { findAssay } from "@alongside/domain/viral-load/assay-register";
import { categorise } from "@alongside/domain/viral-load/categorise";
import { THRESHOLD_RULES } from "@alongside/domain/viral-load/threshold-rules.data";
import { LoadingState } from "@alongside/ui/primitives/loading-state";
import { Notice } from "@alongside/ui/primitives/notice";
import { StatusBadge } from "@alongside/ui/primitives/status-badge";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FailureNotice } from "@/features/failure/failure-notice";
import type { LaboratorySetting, ResultView } from "@/features/laboratory/laboratory-view";
import { useDay } from "@/features/participants/calendar-day";
import { useOpenTranslations } from "@/i18n/use-open-translations";
import { useApi } from "@/trpc/client";
import { callingResult, openLoop, repeatsFor } from "./counselling.model";
import styles from "./counselling.module.css";
import { EventForm } from "./event-form";
import { OpenForm } from "./open-form";
import type { Loop } from "./worklist-view";

/** One person's counselling: every loop with what happened in it, and what can be recorded next. */
export function CounsellingPanel(props: {
  readonly setting: LaboratorySetting;
  readonly participantId: string;
  readonly mayRecord: boolean;
  /** Something was recorded. */
  readonly onChanged: () => void;
}): React.JSX.Element {
  const { setting, participantId } = props;
  const { programmeId } = setting;
  const t = useTranslations("worklists.counselling");
  const api = useApi();
  const [said, setSaid] = useState("");
  const about = { programmeId, participantId };
  const loops = useQuery({ ...api.counselling.read.queryOptions(about), staleTime: 0 });
  const history = useQuery({
    ...api.labResult.history.queryOptions({ ...about, kind: "viral-load" }),
    enabled: props.mayRecord,
    staleTime: 0,
  });
  if (loops.error) return <FailureNotice error={loops.error} />;
  if (history.error) return <FailureNotice error={history.error} />;
  if (!loops.data || (props.mayRecord && !history.data)) return <LoadingState label={t("title")} />;
  const results = history.data?.results ?? [];
  const open = openLoop(loops.data);
  const calling = callingResult(results, (result) => isUnsuppressed(setting, result));
  const done = (words: string) => {
    // Said once the new state is there: the form begins anew with it, and would take back what is chosen in between.
    void loops.refetch().then(() => setSaid(words));
    props.onChanged();
  };
  return (
    <div className={styles.panel}>
      <p role="status" className={styles.said}>
        {said}
      </p>
      {open && open.ground !== "stands" && !props.mayRecord ? (
        <Notice tone="caution" title={t(`ground.${open.ground}`)} />
      ) : null}
      {props.mayRecord && open ? (
        <EventForm
          key={`${open.loopId} ${open.events.length}`}
          setting={setting}
          participantId={participantId}
          loop={open}
          repeats={repeatsFor(open, results)}
          onDone={done}
        />
      ) : null}
      {props.mayRecord && !open && calling ? (
        <OpenForm setting={setting} participantId={participantId} result={calling} onDone={done} />
      ) : null}
      {loops.data.length === 0 && !calling ? <p>{t(props.mayRecord ? "notCalledFor" : "none")}</p> : null}
      {loops.data.map((loop) => (
        <LoopHistory key={loop.loopId} loop={loop} />
      ))}
    </div>
  );
}

function LoopHistory({ loop }: { readonly loop: Loop }): React.JSX.Element {
  const t = useTranslations("worklists.counselling");
  const say = useOpenTranslations();
  const day = useDay();
  const { openedOn, closedOn, outcome } = loop;
  const isOpen = closedOn === null;
  return (
    <section className={styles.history}>
      <h3>
        {isOpen ? t("since", { day: day(openedOn) }) : t("fromTo", { from: day(openedOn), to: day(closedOn) })}{" "}
        <StatusBadge tone={isOpen ? "caution" : outcome === "suppressed" ? "good" : "neutral"}>
          {isOpen ? t("stillOpen") : say(`worklists.counselling.outcome.${outcome}`)}
        </StatusBadge>
      </h3>
      {loop.events.length === 0 ? <p className={styles.quiet}>{t("nothingYet")}</p> : null}
      <ol>
        {loop.events.map(({ eventId, kind, happenedOn, note }) => (
          <li key={eventId}>
            <span>{t("event", { day: day(happenedOn), kind: say(`worklists.counselling.kind.${kind}`) })}</span>
            {note === "" ? null : <span className={styles.quiet}>{t("note", { note })}</span>}
          </li>
        ))}
      </ol>
    </section>
  );
}

function isUnsuppressed({ assays, settings }: LaboratorySetting, { measurement }: ResultView): boolean {
  if (measurement.kind !== "viral-load") return false;
  const { assay } = measurement.result;
  const register = assays.map((one) => one.assay);
  const found = assay === null ? null : (findAssay(register, assay.key, assay.edition) ?? null);
  const rule = THRESHOLD_RULES.find(({ id }) => id === settings.ruleId) ?? THRESHOLD_RULES[0];
  const verdict = categorise(measurement.result, rule, found);
  return verdict.kind === "category" && verdict.category === "unsuppressed";
}
