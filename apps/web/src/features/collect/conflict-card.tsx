"use client";

import { DataTable } from "@alongside/ui/primitives/data-table";
import { StatusBadge } from "@alongside/ui/primitives/status-badge";
import { useLocale, useTranslations } from "next-intl";
import { useId } from "react";
import styles from "./conflict.module.css";
import { ConflictDecision } from "./conflict-decision";
import type { ConflictWords, Difference, Kept, VersionWords } from "./conflict-view";
import { RiskNotice } from "./risk-notice";

/** Two versions side by side: who sent each, where they differ, and the decision. */
export function ConflictCard(props: {
  readonly programmeId: string;
  readonly participantId: string;
  readonly conflict: ConflictWords;
  readonly mayDecide: boolean;
  readonly onDecided: (kept: Kept, risk: ConflictWords["risk"]) => void;
}): React.JSX.Element {
  const { conflict } = props;
  const t = useTranslations("collect.conflicts");
  const locale = useLocale();
  const titleId = useId();
  const { differences, same } = conflict;
  return (
    <section className={styles.card} aria-labelledby={titleId}>
      <h2 id={titleId}>{conflict.title}</h2>
      <div className={styles.versions}>
        <Version name={t("stored")} version={conflict.stored} />
        <Version name={t("other")} version={conflict.other} />
      </div>
      {conflict.risk ? <RiskNotice risk={conflict.risk} /> : null}
      {differences.length === 0 ? (
        <p>{t("noDifference")}</p>
      ) : (
        <DataTable
          caption={t("differences", { count: differences.length, same })}
          language={locale}
          rows={differences}
          rowKey={(row) => row.key}
          columns={[
            { id: "what", header: t("item"), cell: (row) => <span {...tongue(row)}>{row.what}</span> },
            { id: "stored", header: t("stored"), cell: (row) => <Side row={row} side="stored" /> },
            { id: "other", header: t("other"), cell: (row) => <Side row={row} side="other" /> },
          ]}
        />
      )}
      {props.mayDecide ? <ConflictDecision {...props} /> : null}
    </section>
  );
}

function tongue({ language }: Difference): { readonly lang?: string } {
  return language === null ? {} : { lang: language };
}

function Version(props: { readonly name: string; readonly version: VersionWords }): React.JSX.Element {
  const t = useTranslations("collect.conflicts");
  const { by, received, mode, answeredOn } = props.version;
  const facts = [
    [t("by"), by],
    [t("received"), received],
    [t("mode"), mode],
    [t("answeredOn"), answeredOn],
  ];
  return (
    <div className={styles.version}>
      <h3>{props.name}</h3>
      <dl className={styles.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function Side({ row, side }: { readonly row: Difference; readonly side: Kept }): React.JSX.Element {
  const t = useTranslations("collect.conflicts");
  return (
    <span className={styles.answer}>
      <span {...tongue(row)}>{row[side]}</span>
      {row.calls.includes(side) ? <StatusBadge tone="danger">{t("calls")}</StatusBadge> : null}
    </span>
  );
}
