import { ShareBar } from "@alongside/ui/charts/share-bar/share-bar";
import type { SharePart } from "@alongside/ui/charts/share-bar/share-bar.model";
import { useTranslations } from "next-intl";

/** People in parts of a whole, as one bar whose key names every part. */
export function PeopleBar(props: {
  readonly parts: readonly SharePart[];
  readonly figureOf: (people: number, total: number) => string;
}): React.JSX.Element {
  const t = useTranslations("outcomeLong.figure");
  return (
    <ShareBar
      {...props}
      named={(name, text) => t.rich("inKey", { name, text, strong: (words) => <strong>{words}</strong> })}
    />
  );
}
