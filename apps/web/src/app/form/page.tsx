import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { HandedScreen } from "@/features/handover/handed-screen";
import { readUnlockProblem } from "@/features/lock/unlock-problem";
import { QuickExit } from "@/features/quick-exit/quick-exit";
import { AppProviders } from "@/features/shell/app-providers";
import { ClientMessages } from "@/i18n/client-messages";
import { isLanguage } from "@/i18n/languages";
import { pageActor } from "@/server/actor";
import { requestColourScheme, requestNonce } from "@/server/preferences";
import { serverApi } from "@/trpc/server";

export const metadata: Metadata = { title: { absolute: "Alongside" }, referrer: "same-origin" };

/** The only page of a session that is in a participant's hands. Its address and title say nothing about the form. */
export default async function HandedPage({
  searchParams,
}: {
  readonly searchParams: Promise<Readonly<Record<string, unknown>>>;
}) {
  const actor = await pageActor();
  if (actor === null) redirect("/sign-in");
  if (actor.hold?.kind !== "handed-over") redirect("/");
  const shown = await (await serverApi()).handover.form();
  const [locale, scheme, nonce, query] = await Promise.all([
    getLocale(),
    requestColourScheme(),
    requestNonce(),
    searchParams,
  ]);
  const spoken = actor.hold.form.language.split("-")[0];
  const language = isLanguage(spoken) ? spoken : isLanguage(locale) ? locale : "en";
  return (
    <ClientMessages namespaces={["collect", "handover"]} language={language}>
      <AppProviders scheme={scheme} nonce={nonce ?? ""}>
        <HandedScreen
          view={shown.done ? null : shown.view}
          language={language}
          hasPin={actor.hasPin}
          problem={readUnlockProblem(query)}
          corner={<QuickExit nonce={nonce} />}
        />
      </AppProviders>
    </ClientMessages>
  );
}
