import type { FollowUpChange } from "@alongside/analysis/change/cohort-change";
import { type BadgeTone, StatusBadge } from "@alongside/ui/primitives/status-badge";
import { useTranslations } from "next-intl";

const TONES = {
  better: "good",
  worse: "bad",
  unclear: "neutral",
  "no-direction": "neutral",
  "not-available": "neutral",
} as const satisfies Record<FollowUpChange["direction"], BadgeTone>;

/** Better, worse or unclear: a word and a shape, so that it does not hang on colour. */
export function Verdict({ direction }: { readonly direction: FollowUpChange["direction"] }): React.JSX.Element {
  const t = useTranslations("change.direction");
  return direction === "not-available" ? (
    <span>{t(direction)}</span>
  ) : (
    <StatusBadge tone={TONES[direction]}>{t(direction)}</StatusBadge>
  );
}
