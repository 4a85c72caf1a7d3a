import { findByAddress } from "@alongside/domain/framework/address";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ElementScreen } from "@/features/framework/element-screen";
import { type AddressParameters, languageOf } from "@/features/framework/framework-query";
import { requireProgramme } from "@/server/session";

/** The same title for every element: what somebody reads about stays out of tabs and browser histories. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("framework");
  return { title: t("title") };
}

export default async function ElementPage({
  params,
  searchParams,
}: {
  readonly params: Promise<{ readonly programme: string; readonly element: string }>;
  readonly searchParams: Promise<AddressParameters>;
}) {
  const [{ programme: slug, element: address }, parameters, locale] = await Promise.all([
    params,
    searchParams,
    getLocale(),
  ]);
  const { programme } = await requireProgramme(slug);
  const element = findByAddress(address);
  if (element === undefined) notFound();
  const place = {
    base: `/p/${programme.slug}/framework`,
    language: languageOf(parameters, locale),
    interfaceLanguage: locale,
  };
  return <ElementScreen element={element} place={place} />;
}
