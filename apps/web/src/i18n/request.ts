import { getRequestConfig } from "next-intl/server";
import { requestLanguage } from "@/server/preferences";
import { isLanguage } from "./languages";

/** Which language and messages this request is answered in. Times are shown in the programme's zone where one is known. */
export default getRequestConfig(async ({ locale: asked }) => {
  const locale = isLanguage(asked) ? asked : await requestLanguage();
  const { default: messages } = await import(`../messages/${locale}.json`);
  return { locale, messages, timeZone: "UTC" };
});
