import { useTranslations } from "next-intl";
import type { Trajectory } from "./participant-views";

/** On how many items a score stands, or why there is none. */
export function ScoreBasis({ point }: { readonly point: Trajectory["points"][number] }): React.JSX.Element {
  const t = useTranslations("participants.one");
  const counts = { used: point.itemsUsed, total: point.itemsTotal };
  if (point.outcome === "incomplete") return <>{t("outcome.incomplete", counts)}</>;
  if (point.outcome === "not-applicable") return <>{t("outcome.not-applicable")}</>;
  return <>{point.prorated ? t("prorated", counts) : t("full", counts)}</>;
}
