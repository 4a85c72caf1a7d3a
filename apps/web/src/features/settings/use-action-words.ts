import { useTranslations } from "next-intl";

interface OpenTranslator {
  (key: string): string;
  has: (key: string) => boolean;
}

/** Words for a recorded action. The trail may hold actions of older versions, which are shown as they were written. */
export function useActionWords(): (action: string) => string {
  const say = useTranslations("settings.verb") as unknown as OpenTranslator;
  return (action) => (say.has(action) ? say(action) : action);
}
