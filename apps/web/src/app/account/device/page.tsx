import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { readDeviceProblem } from "@/features/account/device-problem";
import { DeviceScreen } from "@/features/account/device-screen";
import { requestNonce } from "@/server/preferences";
import { requireSession } from "@/server/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("device"))("title") };
}

export default async function DevicePage({
  searchParams,
}: {
  readonly searchParams: Promise<Readonly<Record<string, unknown>>>;
}) {
  const { hasPin, idleMinutes } = await requireSession();
  const { problem, saved } = await searchParams;
  const setting = { hasPin, idleMinutes, problem: readDeviceProblem(problem), saved: saved === "1" };
  return <DeviceScreen {...setting} nonce={await requestNonce()} />;
}
