import { type Messages, NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import type { Language } from "./languages";

export type Namespace = keyof Messages;

/** What every signed-in screen may need in the browser. */
const EVERYWHERE = [
  "shell",
  "failure",
  "parts",
  "risk",
  "sending",
  "freeText",
  "lock",
] as const satisfies readonly Namespace[];

/**
 * Hands the browser the messages of the named areas, and no others. A page wraps its client components in one:
 * `<ClientMessages namespaces={["collect"]}>`. Server components read every message without it.
 */
export async function ClientMessages({
  namespaces = [],
  language,
  children,
}: {
  /** Another language than the person's own; for what a participant reads. */
  readonly language?: Language;
  readonly namespaces?: readonly Namespace[];
  readonly children: ReactNode;
}): Promise<React.JSX.Element> {
  const all = await getMessages(language && { locale: language });
  const wanted = new Set<string>([...EVERYWHERE, ...namespaces]);
  const messages = Object.fromEntries(Object.entries(all).filter(([name]) => wanted.has(name)));
  return (
    <NextIntlClientProvider messages={messages} {...(language && { locale: language })}>
      {children}
    </NextIntlClientProvider>
  );
}
