import { StatusBadge } from "@alongside/ui/primitives/status-badge";
import { useTranslations } from "next-intl";
import { STATUSES } from "./list-query";

/** How somebody stands with the programme. No status is good or bad in itself. */
export function EnrolmentBadge({ status }: { readonly status: string }): React.JSX.Element {
  const t = useTranslations("participants.status");
  const known = STATUSES.find((one) => one === status);
  return <StatusBadge tone={known === "active" ? "good" : "neutral"}>{known ? t(known) : status}</StatusBadge>;
}
