import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { type AddressParameters, filterOf, languageOf } from "@/features/framework/framework-query";
import { FrameworkScreen } from "@/features/framework/framework-screen";
import { requireProgramme } from "@/server/session";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("framework");
  return { title: t("title") };
}

export default async function FrameworkPage({
  params,
  searchParams,
}: {
  readonly params: Promise<{ readonly programme: string }>;
  readonly searchParams: Promise<AddressParameters>;
}) {
  const [{ programme: slug }, parameters, locale] = await Promise.all([params, searchParams, getLocale()]);
  const { programme } = await requireProgramme(slug);
  const place = {
    base: `/p/${programme.slug}/framework`,
    language: languageOf(parameters, locale),
    interfaceLanguage: locale,
  };
  return <FrameworkScreen place={place} filter={filterOf(parameters)} />;
}
