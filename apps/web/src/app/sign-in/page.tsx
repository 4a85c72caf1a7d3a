import { readWayIn } from "@alongside/auth/way-in";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { env } from "@/env";
import { LeaveScript } from "@/features/quick-exit/leave-script";
import { readProblem } from "@/features/sign-in/problem";
import { SignInScreen } from "@/features/sign-in/sign-in-screen";
import { ClientMessages } from "@/i18n/client-messages";
import { currentActor } from "@/server/actor";
import { leaveIfHeld } from "@/server/held-page";
import { requestNonce } from "@/server/preferences";
import { safePath } from "@/server/same-origin";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("signIn"))("title") };
}

export default async function SignInPage({
  searchParams,
}: {
  readonly searchParams: Promise<Readonly<Record<string, unknown>>>;
}) {
  const query = await searchParams;
  const next = safePath(query.next);
  await leaveIfHeld();
  if (await currentActor()) redirect(next);
  const demo = env().ALONGSIDE_DEMO_SIGN_INS;
  return (
    <ClientMessages namespaces={["parts"]}>
      <LeaveScript nonce={await requestNonce()} />
      <SignInScreen
        next={next}
        wayIn={readWayIn(query.way)}
        problem={readProblem(query.problem, query.seconds)}
        demo={demo}
      />
    </ClientMessages>
  );
}
