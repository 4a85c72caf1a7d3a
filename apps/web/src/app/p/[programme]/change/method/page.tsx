import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { MethodScreen } from "@/features/change/method-screen";
import { requireProgramme } from "@/server/session";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("change.method");
  return { title: t("title") };
}

export default async function MethodPage({ params }: { readonly params: Promise<{ readonly programme: string }> }) {
  const { programme } = await requireProgramme((await params).programme, "change.read");
  return <MethodScreen backHref={`/p/${programme.slug}/change`} />;
}
