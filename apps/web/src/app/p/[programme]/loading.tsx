import { LoadingState } from "@alongside/ui/primitives/loading-state";
import { useTranslations } from "next-intl";

export default function Loading() {
  return <LoadingState label={useTranslations("shell")("loading")} />;
}
