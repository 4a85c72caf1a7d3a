import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PlainPage } from "@/features/shell/plain-page";
import { SignOutForm } from "@/features/shell/sign-out-form";
import { requireSession } from "@/server/session";

/** Nobody stays here: on to the person's programme, or to the sign-in page. */
export default async function Start() {
  const session = await requireSession();
  const first = session.programmes[0];
  if (first) redirect(`/p/${first.slug}`);
  const t = await getTranslations("shell");
  return (
    <PlainPage title={t("noProgramme.title")}>
      <p>{t("noProgramme.text")}</p>
      <SignOutForm label={t("signOut")} />
    </PlainPage>
  );
}
