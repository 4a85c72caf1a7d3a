import type { DueState } from "@alongside/domain/schedule/due-state";
import { type BadgeTone, StatusBadge } from "@alongside/ui/primitives/status-badge";
import { useTranslations } from "next-intl";

const TONES = {
  upcoming: "neutral",
  open: "good",
  overdue: "caution",
  missed: "neutral",
  done: "good",
  "done-out-of-window": "neutral",
  "not-expected": "neutral",
} as const satisfies Record<DueState, BadgeTone>;

/** The state of a planned assessment in a word. */
export function DueBadge({ state }: { readonly state: DueState }): React.JSX.Element {
  const t = useTranslations("participants.state");
  return <StatusBadge tone={TONES[state]}>{t(state)}</StatusBadge>;
}
