import type { PlannedOutcome } from "@alongside/domain/analysis-plan/analysis-plan";
import { ScrollRegion } from "@alongside/ui/primitives/scroll-region";
import { StatusBadge } from "@alongside/ui/primitives/status-badge";
import { useFormatter, useTranslations } from "next-intl";
import table from "@/features/settings/plain-table.module.css";
import type { PlanChoices, Plans, SavedVersion } from "./plan-views";
import { standingKey } from "./standing-key";
import { firstSeen, standingOf } from "./standings";
import { labelOf } from "./use-plan-parts";

/** The outcomes of a version: whether each was first seen before or after it was planned, and what it counts as. */
export function PlannedOutcomes(props: {
  readonly saved: SavedVersion;
  readonly list: Plans;
  readonly choices: PlanChoices;
}): React.JSX.Element {
  const t = useTranslations("analysisPlan.outcomes");
  const { plan } = props.saved;
  const outcomes = [
    { role: "primary" as const, outcome: plan.primary },
    ...plan.secondary.map((outcome) => ({ role: "secondary" as const, outcome })),
  ];
  return (
    <ScrollRegion place={`${table.scroller} ${table.stacked}`} label={t("caption")}>
      <table className={table.table}>
        <caption className="visually-hidden">{t("caption")}</caption>
        <thead>
          <tr>
            {(["outcome", "time", "role", "seen", "standing"] as const).map((column) => (
              <th key={column} scope="col">
                {t(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {outcomes.map(({ role, outcome }) => (
            <tr key={standingKey(outcome)}>
              <th scope="row" data-column={t("outcome")}>
                {labelOf(props.choices.measures, outcome.measure)}
              </th>
              <td data-column={t("time")}>{labelOf(props.choices.timepoints, outcome.timepointCode)}</td>
              <td data-column={t("role")}>{t(role)}</td>
              <td data-column={t("seen")}>
                <FirstSeen at={firstSeen(props.list, outcome)} />
              </td>
              <td data-column={t("standing")}>
                <Standing list={props.list} outcome={outcome} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function FirstSeen({ at }: { readonly at: Date | null }): React.JSX.Element {
  const t = useTranslations("analysisPlan.outcomes");
  const format = useFormatter();
  if (at === null) return <>{t("notSeen")}</>;
  const words = format.dateTime(at, { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" });
  return <time dateTime={at.toISOString()}>{t("seenAt", { at: words })}</time>;
}

function Standing(props: { readonly list: Plans; readonly outcome: PlannedOutcome }): React.JSX.Element {
  const t = useTranslations("analysisPlan.outcomes");
  const standing = standingOf(props.list, props.outcome);
  if (standing.kind === "exploratory" && standing.why === "window-changed") {
    return <StatusBadge tone="caution">{t("windowChanged", { version: standing.plan.version })}</StatusBadge>;
  }
  if (standing.kind === "exploratory") return <StatusBadge tone="caution">{t("late")}</StatusBadge>;
  return <StatusBadge tone="good">{t("planned", { role: standing.kind, version: standing.plan.version })}</StatusBadge>;
}
