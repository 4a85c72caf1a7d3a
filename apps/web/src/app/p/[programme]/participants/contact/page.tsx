import { TRPCError } from "@trpc/server";
import { notFound, redirect } from "next/navigation";
import { textSeal } from "@/server/sealed-text";
import { requireProgramme } from "@/server/session";
import { serverApi } from "@/trpc/server";

/** The way from a list of codes to where a purpose is asked for: the lists themselves know nobody but by the code. */
export default async function ContactByCodePage(props: {
  readonly params: Promise<{ readonly programme: string }>;
  readonly searchParams: Promise<Readonly<Record<string, unknown>>>;
}) {
  const [{ programme: slug }, { code }] = await Promise.all([props.params, props.searchParams]);
  const { programme } = await requireProgramme(slug, "contact-details.read");
  if (typeof code !== "string") notFound();
  const api = await serverApi();
  const found = await api.participant
    .findByCode({ programmeId: programme.id, code: textSeal().open(code) })
    .catch(absent);
  redirect(`/p/${programme.slug}/participants/${found.participantId}/contact`);
}

function absent(error: unknown): never {
  if (error instanceof TRPCError && ["NOT_FOUND", "BAD_REQUEST", "FORBIDDEN"].includes(error.code)) notFound();
  throw error;
}
