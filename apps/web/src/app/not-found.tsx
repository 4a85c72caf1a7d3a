import { buttonClass } from "@alongside/ui/primitives/button";
import { getTranslations } from "next-intl/server";
import { PlainPage } from "@/features/shell/plain-page";

export default async function NotFound() {
  const t = await getTranslations("shell");
  return (
    <PlainPage title={t("notFound.title")}>
      <p>{t("notFound.text")}</p>
      <p>
        <a className={buttonClass({ kind: "primary" })} href="/">
          {t("notFound.back")}
        </a>
      </p>
    </PlainPage>
  );
}
