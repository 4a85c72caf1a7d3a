import "server-only";
import { todayIn } from "@alongside/domain/schedule/calendar-date";
import { requireProgramme } from "@/server/session";
import { serverApi } from "@/trpc/server";
import type { LaboratorySetting } from "./laboratory-view";

type Verb = "lab-result.save" | "lab-result.read" | "lab-result.verify" | "worklist.read";

/** What the screens need to know of a programme, for somebody who may read results there; else there is no such page. */
export async function loadSetting(slug: string, verb: Verb) {
  const { programme, session } = await requireProgramme(slug, verb);
  const programmeId = programme.id;
  const api = await serverApi();
  const [plan, settings, assays] = await Promise.all([
    api.programme.read({ programmeId }),
    api.laboratorySettings.read({ programmeId }),
    api.assay.list({ programmeId }),
  ]);
  const setting: LaboratorySetting = {
    base: `/p/${programme.slug}`,
    programmeId,
    personId: session.userId,
    today: todayIn(plan.timeZone, new Date()),
    settings,
    assays,
  };
  return { setting, verbs: programme.verbs };
}
