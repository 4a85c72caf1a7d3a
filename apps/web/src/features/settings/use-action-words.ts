import { useTranslations } from "next-intl";
import { openTranslator } from "@/i18n/open-translator";

/** Words for a recorded action. The trail may hold actions of older versions, which are shown as they were written. */
export function useActionWords(): (action: string) => string {
  const say = openTranslator(useTranslations("settings.verb"));
  return (action) => (say.has(action) ? say(action) : action);
}
