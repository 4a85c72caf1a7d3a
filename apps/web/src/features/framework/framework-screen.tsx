import { ELEMENT_GROUPS, ELEMENTS } from "@alongside/domain/framework/registry";
import { searchElements } from "@alongside/domain/framework/search";
import { SOURCES, type SourceKey } from "@alongside/domain/framework/sources";
import { EmptyState } from "@alongside/ui/primitives/empty-state";
import { PageHeader } from "@alongside/ui/primitives/page-header";
import { useTranslations } from "next-intl";
import { FoundLine, FrameworkFilters } from "./framework-filters";
import { type FrameworkFilter, type FrameworkPlace, listHref, narrows } from "./framework-query";
import { LanguageChoice } from "./language-choice";
import { SourceSection } from "./source-section";

const SOURCE_KEYS = Object.keys(SOURCES) as SourceKey[];

/** The whole vocabulary, by source, with search. Drawn on the server; it needs no script. */
export function FrameworkScreen(props: {
  readonly place: FrameworkPlace;
  readonly filter: FrameworkFilter;
}): React.JSX.Element {
  const t = useTranslations("framework");
  const { place, filter } = props;
  const found = searchElements(ELEMENTS, filter);
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        actions={
          <LanguageChoice language={place.language} hrefFor={(language) => listHref({ ...place, language }, filter)} />
        }
      />
      <FrameworkFilters place={place} filter={filter} />
      <FoundLine place={place} filter={filter} count={found.length} />
      {found.length === 0 ? <EmptyState title={t("search.none.title")}>{t("search.none.text")}</EmptyState> : null}
      {SOURCE_KEYS.map((source) => {
        const elements = found.filter((element) => element.source === source);
        if (elements.length === 0) return null;
        return (
          <SourceSection
            key={source}
            source={source}
            groups={ELEMENT_GROUPS}
            elements={elements}
            place={place}
            allOpen={narrows(filter)}
          />
        );
      })}
    </>
  );
}
