"use client";

import { StatusBadge } from "@alongside/ui/primitives/status-badge";
import { useTranslations } from "next-intl";

/** Says "Saved" where it was pressed, to the eye and to a screen reader. */
export function SavedLine({ saved }: { readonly saved: boolean }): React.JSX.Element {
  const t = useTranslations("settings");
  return <span role="status">{saved ? <StatusBadge tone="good">{t("saved")}</StatusBadge> : null}</span>;
}
