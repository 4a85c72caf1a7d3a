import { listSessions } from "@alongside/auth/sessions";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { readSecondStepProblem } from "@/features/account/second-step-problem";
import { SecurityScreen } from "@/features/account/security-screen";
import { ClientMessages } from "@/i18n/client-messages";
import { readOnceCookie } from "@/server/account-form";
import { currentActor } from "@/server/actor";
import { requestNonce } from "@/server/preferences";
import { runtime } from "@/server/runtime";
import { requirePerson } from "@/server/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("security"))("title") };
}

export default async function SecurityPage({
  searchParams,
}: {
  readonly searchParams: Promise<Readonly<Record<string, unknown>>>;
}) {
  const person = await requirePerson();
  if (person.mustChangePassword) redirect("/account/password");
  const actor = await currentActor();
  if (actor === null) redirect("/sign-in");
  const query = await searchParams;
  const { api, secondFactor } = runtime();
  const [standing, newApp, sessions, recoveryCodes] = await Promise.all([
    secondFactor.standing(actor.userId),
    secondFactor.begin(actor),
    listSessions(api.db, actor, new Date()),
    readOnceCookie(actor.userId),
  ]);
  return (
    <ClientMessages namespaces={["security"]}>
      <SecurityScreen
        missingFor={person.secondFactorMissingFor}
        problem={readSecondStepProblem(query.problem, query.seconds)}
        standing={standing}
        newApp={newApp}
        recoveryCodes={recoveryCodes}
        sessions={sessions}
        nonce={await requestNonce()}
      />
    </ClientMessages>
  );
}
