import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CodeScreen } from "@/features/account/code-screen";
import { readSecondStepProblem } from "@/features/account/second-step-problem";
import { ClientMessages } from "@/i18n/client-messages";
import { currentActor } from "@/server/actor";
import { requestNonce } from "@/server/preferences";
import { runtime } from "@/server/runtime";
import { safePath } from "@/server/same-origin";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("codeStep"))("title") };
}

export default async function CodePage({
  searchParams,
}: {
  readonly searchParams: Promise<Readonly<Record<string, unknown>>>;
}) {
  const query = await searchParams;
  const next = safePath(query.next);
  const actor = await currentActor();
  if (actor === null) redirect("/sign-in");
  if (actor.secondFactor !== "waiting") redirect(next);
  const { passkeys } = await runtime().secondFactor.standing(actor.userId);
  const problem = readSecondStepProblem(query.problem, query.seconds);
  return (
    <ClientMessages namespaces={["codeStep"]}>
      <CodeScreen next={next} problem={problem} hasPasskey={passkeys.length > 0} nonce={await requestNonce()} />
    </ClientMessages>
  );
}
