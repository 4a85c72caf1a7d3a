import { Notice } from "@alongside/ui/primitives/notice";
import { useFormatter, useTranslations } from "next-intl";

/** Says that figures are those of an earlier day, and why; nothing for figures as the records are now. */
export function HeldNotice({ heldSince }: { readonly heldSince: Date | null }): React.JSX.Element | null {
  const t = useTranslations("released.held");
  const format = useFormatter();
  if (heldSince === null) return null;
  return (
    <Notice tone="information" title={t("title", { day: format.dateTime(heldSince, { dateStyle: "medium" }) })}>
      <p data-release="held">{t("text")}</p>
    </Notice>
  );
}
