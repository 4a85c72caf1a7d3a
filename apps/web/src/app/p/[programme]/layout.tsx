import "@mantine/core/styles.layer.css";
import type { Metadata } from "next";
import type { ReactNode } from "react";
import { LazyWaitingSender } from "@/features/collect/lazy-waiting-sender";
import { AppProviders } from "@/features/shell/app-providers";
import { Shell } from "@/features/shell/shell";
import { ClientMessages } from "@/i18n/client-messages";
import { requestColourScheme, requestNonce } from "@/server/preferences";
import { requireProgramme } from "@/server/session";

export const metadata: Metadata = { referrer: "same-origin" };

/** Everything inside a programme: only for its people, with its name and data label always in sight. */
export default async function ProgrammeLayout({
  children,
  params,
}: {
  readonly children: ReactNode;
  readonly params: Promise<{ readonly programme: string }>;
}) {
  const { programme: slug } = await params;
  const [{ session, programme }, scheme, nonce] = await Promise.all([
    requireProgramme(slug),
    requestColourScheme(),
    requestNonce(),
  ]);
  return (
    <ClientMessages namespaces={programme.openings.length > 0 ? ["openings"] : []}>
      <AppProviders scheme={scheme} nonce={nonce ?? ""}>
        <Shell session={session} programme={programme} nonce={nonce}>
          {programme.verbs.includes("assessment.save") ? (
            <LazyWaitingSender base={`/p/${programme.slug}`} programmeId={programme.id} personId={session.userId} />
          ) : null}
          {children}
        </Shell>
      </AppProviders>
    </ClientMessages>
  );
}
