import { readInvitation } from "@alongside/auth/invitations";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { readJoinProblem } from "@/features/account/join-problem";
import { JoinScreen } from "@/features/account/join-screen";
import { ClientMessages } from "@/i18n/client-messages";
import { runtime } from "@/server/runtime";
import { textSeal } from "@/server/sealed-text";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("join"))("title") };
}

export default async function JoinPage(props: {
  readonly params: Promise<{ readonly token: string }>;
  readonly searchParams: Promise<Readonly<Record<string, unknown>>>;
}) {
  const { token } = await props.params;
  const { problem, name } = await props.searchParams;
  const invitation = await readInvitation(runtime().api.db, token, new Date());
  return (
    <ClientMessages>
      <JoinScreen
        token={token}
        invitation={invitation}
        problem={readJoinProblem(problem)}
        typedName={typeof name === "string" ? textSeal().open(name) : null}
      />
    </ClientMessages>
  );
}
