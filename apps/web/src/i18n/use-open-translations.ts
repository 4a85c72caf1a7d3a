import { useTranslations } from "next-intl";
import { type OpenTranslator, openTranslator } from "./open-translator";

/** Every message, by its whole key, put together at run time. */
export function useOpenTranslations(): OpenTranslator {
  return openTranslator(useTranslations());
}
