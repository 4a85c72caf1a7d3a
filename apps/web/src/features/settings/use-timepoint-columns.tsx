"use client";

import { Button } from "@alongside/ui/primitives/button";
import type { Column } from "@alongside/ui/primitives/data-table";
import { StatusBadge } from "@alongside/ui/primitives/status-badge";
import { useTranslations } from "next-intl";
import styles from "./settings.module.css";
import type { Timepoint } from "./settings-views";
import { timepointKind } from "./timepoint-form";

/** The columns of the table of waves, with what can be done to each. A baseline stays in the plan. */
export function useTimepointColumns(on: {
  readonly onEdit: (one: Timepoint) => void;
  readonly onTakeOut: (one: Timepoint) => void;
  readonly onPutBack: (one: Timepoint) => void;
}): readonly Column<Timepoint>[] {
  const t = useTranslations("settings");
  return [
    { id: "label", header: t("timepoints.label"), cell: (one) => one.label },
    { id: "code", header: t("timepoints.code"), cell: (one) => <code>{one.code}</code> },
    { id: "kind", header: t("timepoints.kind"), cell: (one) => t(`timepoints.kinds.${timepointKind(one.kind)}`) },
    { id: "day", header: t("timepoints.targetDay"), cell: (one) => one.targetDay, numeric: true },
    {
      id: "window",
      header: t("timepoints.windowLabel"),
      cell: (one) =>
        // Nothing can be collected before enrolment, which is day 0.
        t("timepoints.window", {
          from: Math.max(0, one.targetDay - one.daysBefore),
          to: one.targetDay + one.daysAfter,
        }),
    },
    {
      id: "state",
      header: t("state"),
      cell: (one) => (
        <StatusBadge tone={one.active ? "good" : "neutral"}>
          {one.active ? t("active") : t("timepoints.outOfPlan")}
        </StatusBadge>
      ),
    },
    {
      id: "actions",
      header: t("actions"),
      cell: (one) => (
        <div className={styles.rowActions}>
          <Button size="small" onClick={() => on.onEdit(one)} aria-label={t("editNamed", { name: one.label })}>
            {t("edit")}
          </Button>
          {!one.active ? (
            <Button
              size="small"
              onClick={() => on.onPutBack(one)}
              aria-label={t("timepoints.putBackNamed", { name: one.label })}
            >
              {t("timepoints.putBack")}
            </Button>
          ) : one.kind === "baseline" ? null : (
            <Button
              size="small"
              onClick={() => on.onTakeOut(one)}
              aria-label={t("timepoints.takeOutNamed", { name: one.label })}
            >
              {t("timepoints.takeOut")}
            </Button>
          )}
        </div>
      ),
    },
  ];
}
