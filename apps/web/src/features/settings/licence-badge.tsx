import type { Licence, LicenceStatus } from "@alongside/domain/instruments/instrument";
import { type BadgeTone, StatusBadge } from "@alongside/ui/primitives/status-badge";
import { useTranslations } from "next-intl";

const TONES: Partial<Record<LicenceStatus, BadgeTone>> = {
  own: "good",
  "permission-needed": "caution",
  "permission-for-software": "caution",
  "free-with-permission": "caution",
  proprietary: "caution",
  unclear: "caution",
};

/** The licence of an instrument in a few words. */
export function LicenceBadge({ licence }: { readonly licence: Licence }): React.JSX.Element {
  const t = useTranslations("settings.instruments.licences");
  return <StatusBadge tone={TONES[licence.status] ?? "neutral"}>{t(licence.status)}</StatusBadge>;
}
