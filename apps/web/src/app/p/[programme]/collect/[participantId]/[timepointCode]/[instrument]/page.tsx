import { INSTRUMENTS } from "@alongside/domain/instruments/registry";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { instrumentFromAddress, isMode } from "@/features/collect/address";
import { failureFromCall } from "@/features/collect/failure-from-call";
import { FormPage } from "@/features/collect/form-page";
import { formSetting, scaleViews } from "@/features/collect/form-setting";
import { RecordedScreen } from "@/features/collect/recorded-screen";
import { FailureWords } from "@/features/failure/failure-notice";
import { ClientMessages } from "@/i18n/client-messages";
import { requireProgramme } from "@/server/session";
import { serverApi } from "@/trpc/server";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("collect");
  return { title: t("title") };
}

interface Props {
  readonly params: Promise<{
    readonly programme: string;
    readonly participantId: string;
    readonly timepointCode: string;
    readonly instrument: string;
  }>;
  readonly searchParams: Promise<Readonly<Record<string, string | readonly string[] | undefined>>>;
}

export default async function CollectFormPage({ params, searchParams }: Props) {
  const [where, query, locale] = await Promise.all([params, searchParams, getLocale()]);
  const { programme, session } = await requireProgramme(where.programme, "assessment.save");
  const instrument = instrumentFromAddress(
    where.instrument,
    INSTRUMENTS.map(({ code }) => code),
  );
  if (instrument === undefined) notFound();
  const { participantId } = where;
  const timepointCode = decodeURIComponent(where.timepointCode);
  const api = await serverApi();
  const programmeId = programme.id;
  const personId = session.userId;
  const place = { programmeId, participantId, timepointCode, instrument };
  const language = typeof query.language === "string" ? { language: query.language } : {};
  const opened = await failureFromCall(api.assessment.openForm({ ...place, ...language }));
  if (!opened.ok) {
    if (opened.failure.code === "not-found") notFound();
    return <FailureWords failure={opened.failure} />;
  }
  const form = opened.value;
  const base = `/p/${programme.slug}`;
  const collected = form.place.collected;
  const version = typeof query.version === "string" ? query.version : collected?.assessmentId;
  const stored =
    version === undefined
      ? null
      : await failureFromCall(api.assessment.read({ programmeId, participantId, assessmentId: version }));
  if (stored?.ok === false) notFound();
  const mayCorrect = programme.verbs.includes("assessment.correct");
  if (stored !== null && !(query.correct === "1" && stored.value.current && mayCorrect)) {
    const shown = await api.assessment.openForm({ ...place, language: stored.value.language });
    const scales = scaleViews(instrument, locale);
    const screen = { base, programmeId, personId, form, view: shown.view, stored: stored.value, scales, mayCorrect };
    return (
      <ClientMessages namespaces={["collect"]}>
        <RecordedScreen {...screen} />
      </ClientMessages>
    );
  }
  const setting = formSetting({
    base,
    programmeId,
    personId,
    verbs: programme.verbs,
    form,
    mode: isMode(query.mode) ? query.mode : "interview",
    interfaceLanguage: locale,
    stored: stored?.value ?? null,
  });
  return (
    <ClientMessages namespaces={["collect", "handover"]}>
      <FormPage form={form} setting={setting} />
    </ClientMessages>
  );
}
