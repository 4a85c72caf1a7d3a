import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { UnlockForm } from "@/features/lock/unlock-form";
import { readUnlockProblem } from "@/features/lock/unlock-problem";
import { QuickExit } from "@/features/quick-exit/quick-exit";
import { PlainPage } from "@/features/shell/plain-page";
import { SignOutForm } from "@/features/shell/sign-out-form";
import { pageActor } from "@/server/actor";
import { requestNonce } from "@/server/preferences";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("lock"))("title") };
}

/** What a locked session shows, whatever address was asked for: one field, and nobody's name. */
export default async function LockedPage({
  searchParams,
}: {
  readonly searchParams: Promise<Readonly<Record<string, unknown>>>;
}) {
  const actor = await pageActor();
  if (actor === null) redirect("/sign-in");
  if (actor.hold === null) redirect("/");
  if (actor.hold.kind === "handed-over") redirect("/form");
  const t = await getTranslations("lock");
  const problem = readUnlockProblem(await searchParams);
  return (
    <PlainPage title={t("title")} corner={<QuickExit nonce={await requestNonce()} />}>
      <UnlockForm hasPin={actor.hasPin} problem={problem} submitLabel={t("submit")} />
      <SignOutForm label={t("signOut")} />
    </PlainPage>
  );
}
