import { EmptyState } from "@alongside/ui/primitives/empty-state";
import { useTranslations } from "next-intl";

/** A thing inside the programme that is not there. */
export default function NotFound() {
  const t = useTranslations("shell.notFound");
  return <EmptyState title={t("title")}>{t("text")}</EmptyState>;
}
