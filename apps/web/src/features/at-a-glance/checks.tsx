import type { Assumption } from "@alongside/analysis/assumption/assumption";
import { type BadgeTone, StatusBadge } from "@alongside/ui/primitives/status-badge";
import { useTranslations } from "next-intl";

/** Worst first. */
const ORDER = ["fail", "warn", "pass", "cannot-check"] as const;
const TONES = {
  pass: "good",
  warn: "caution",
  fail: "danger",
  "cannot-check": "neutral",
} as const satisfies Record<Assumption["status"], BadgeTone>;

/** How what a change takes for granted stands: the worst of it, in a word and a shape. An answer of an older version has none. */
export function Checks({ checks = [] }: { readonly checks?: readonly Assumption[] }): React.JSX.Element {
  const t = useTranslations("glance.checks");
  const worst = ORDER.find((status) => checks.some((check) => check.status === status)) ?? "cannot-check";
  const count = checks.filter(({ status }) => status === worst).length;
  return (
    <StatusBadge tone={TONES[worst]}>
      {t("badge", { status: worst === "cannot-check" ? "unchecked" : worst, count })}
    </StatusBadge>
  );
}

/** Every check in words: what is taken for granted, and how it stands. */
export function useChecksText(): (checks: readonly Assumption[] | undefined) => string {
  const t = useTranslations("glance.checks");
  return (checks = []) =>
    checks
      .map(({ id, status }) =>
        t("one", { name: t(`name.${id}`), status: status === "cannot-check" ? "unchecked" : status }),
      )
      .join(t("between"));
}
