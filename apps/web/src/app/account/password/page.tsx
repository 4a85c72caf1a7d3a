import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { readPasswordProblem } from "@/features/account/password-problem";
import { PasswordScreen } from "@/features/account/password-screen";
import { ClientMessages } from "@/i18n/client-messages";
import { requestNonce } from "@/server/preferences";
import { requirePerson } from "@/server/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("account"))("title") };
}

export default async function PasswordPage({
  searchParams,
}: {
  readonly searchParams: Promise<Readonly<Record<string, unknown>>>;
}) {
  const person = await requirePerson();
  const { problem } = await searchParams;
  return (
    <ClientMessages>
      <PasswordScreen
        required={person.mustChangePassword}
        problem={readPasswordProblem(problem)}
        nonce={await requestNonce()}
      />
    </ClientMessages>
  );
}
