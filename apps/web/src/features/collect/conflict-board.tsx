"use client";

import { buttonClass } from "@alongside/ui/primitives/button";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import styles from "./conflict.module.css";
import { ConflictCard } from "./conflict-card";
import type { ConflictWords, Kept } from "./conflict-view";
import { RiskNotice } from "./risk-notice";

interface Outcome {
  readonly conflict: ConflictWords;
  readonly kept: Kept;
  readonly risk: ConflictWords["risk"];
}

/** The disagreements to decide, one below the other, and above them what the last decision did. */
export function ConflictBoard(props: {
  readonly programmeId: string;
  readonly participantId: string;
  readonly personHref: string;
  readonly conflicts: readonly ConflictWords[];
  readonly mayDecide: boolean;
}): React.JSX.Element {
  const router = useRouter();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  // A decided one stays away, also while the list is fetched again.
  const open = props.conflicts.filter(({ conflictId }) => conflictId !== outcome?.conflict.conflictId);
  return (
    <>
      {outcome ? (
        <OutcomePanel
          key={outcome.conflict.conflictId}
          outcome={outcome}
          left={open.length}
          personHref={props.personHref}
        />
      ) : null}
      {open.map((conflict) => (
        <ConflictCard
          key={conflict.conflictId}
          programmeId={props.programmeId}
          participantId={props.participantId}
          conflict={conflict}
          mayDecide={props.mayDecide}
          onDecided={(kept, risk) => {
            setOutcome({ conflict, kept, risk });
            router.refresh();
          }}
        />
      ))}
    </>
  );
}

/** What counts since the decision, and who must act if an answer in it says so. */
function OutcomePanel(props: {
  readonly outcome: Outcome;
  readonly left: number;
  readonly personHref: string;
}): React.JSX.Element {
  const { outcome } = props;
  const { title, recordHref } = outcome.conflict;
  const t = useTranslations("collect.conflicts.outcome");
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className={styles.card} aria-labelledby="outcome">
      <h2 id="outcome" ref={heading} tabIndex={-1}>
        {t("title")}
      </h2>
      <p>{t(outcome.kept, { title })}</p>
      {outcome.risk ? <RiskNotice risk={outcome.risk} /> : null}
      <p className={styles.quiet}>{t("left", { count: props.left })}</p>
      <div className={styles.actions}>
        {recordHref === null ? null : (
          <Link className={buttonClass()} href={recordHref} prefetch={false}>
            {t("record")}
          </Link>
        )}
        <Link className={buttonClass()} href={props.personHref} prefetch={false}>
          {t("person")}
        </Link>
      </div>
    </section>
  );
}
