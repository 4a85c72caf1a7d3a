import { alongsideCore } from "@alongside/domain/instruments/catalog/alongside-core/instrument";
import { phq9 } from "@alongside/domain/instruments/catalog/phq9/instrument";
import { questionnaireView } from "@alongside/domain/instruments/questionnaire-view";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { itemAt } from "./flow.model";
import { Interview } from "./interview";
import type { QuestionnaireLabels } from "./labels.model";
import { PaperEntry } from "./paper-entry";
import { Review } from "./review";

const LABELS: QuestionnaireLabels = {
  question: (number) => `Question ${number}`,
  askFromCopy: "Read it from your copy",
  skip: "Skip",
  decline: "Prefers not to answer",
  skipped: "Skipped",
  declined: "Declined",
  notAnswered: "Open",
  doesNotApply: "does not apply",
  range: (minimum, maximum) => `${minimum} to ${maximum}`,
  problem: ({ typed }) => `not ${typed}`,
  back: "Back",
  next: "Next",
  toReview: "Check",
  moveOn: "Go on",
  progress: (done, asked) => `${done} of ${asked}`,
  keys: { title: "Keys", answer: "a", skip: "s", decline: "d", move: "m", clear: "c" },
  review: {
    summary: ({ open }) => `${open.length} open`,
    open: "Still open",
    goTo: (number) => `Go to ${number}`,
    change: "Change",
    changeNamed: (number) => `Change ${number}`,
  },
};
const core = questionnaireView(alongsideCore, { language: "fr", packs: [] });
const plain = questionnaireView(phq9, { language: "en", packs: [] });
const nothing = () => undefined;

function interview(view: typeof core, answers: Parameters<typeof Interview>[0]["answers"] = {}): string {
  const at = itemAt(view, answers, null);
  if (at === null) throw new Error("nothing is asked");
  return renderToStaticMarkup(
    <Interview view={view} answers={answers} at={at} labels={LABELS} onAnswer={nothing} onMove={nothing} />,
  );
}

describe("Interview", () => {
  it("is a radio group named by the question, in the language of the question", () => {
    const markup = interview(core);
    expect(markup.match(/type="radio"/g)).toHaveLength(7);
    const name = /role="radiogroup" aria-labelledby="([^"]+)"/.exec(markup)?.[1] ?? "none";
    expect(markup).toContain(`<h2 id="${name}"`);
    expect(markup).toContain('lang="fr"');
    expect(markup).toContain('aria-valuetext="0 of 34"');
  });

  it("offers codes and says where to read the question when its wording is not loaded", () => {
    const markup = interview(plain);
    expect(markup).toContain("Read it from your copy");
    expect(markup.match(/type="radio"/g)).toHaveLength(6);
  });

  it("tells a skipped question from one the person would rather not answer", () => {
    expect(interview(plain, { "phq9.i1": "declined" })).toMatch(
      /checked=""[^>]*value="declined"|value="declined"[^>]*checked=""/,
    );
    expect(interview(plain, { "phq9.i1": "skipped" })).toMatch(
      /checked=""[^>]*value="skipped"|value="skipped"[^>]*checked=""/,
    );
  });
});

describe("PaperEntry", () => {
  const markup = (answers: Parameters<typeof PaperEntry>[0]["answers"]) =>
    renderToStaticMarkup(
      <PaperEntry view={core} answers={answers} place={null} labels={LABELS} onAnswer={nothing} onMove={nothing} />,
    );

  it("has one labelled box for each question, and closes those a filter question rules out", () => {
    const shown = markup({ "alongside-core.treatment": 0 });
    expect(shown.match(/<input/g)).toHaveLength(36);
    expect(shown.match(/<label for=/g)).toHaveLength(36);
    expect(shown.match(/<input[^>]*disabled/g)).toHaveLength(2);
    expect(markup({ "alongside-core.treatment": 1 })).not.toMatch(/<input[^>]*disabled/);
  });

  it("keeps the tab order to the boxes", () => {
    const buttons = markup({}).match(/<button[^>]*aria-pressed[^>]*>/g) ?? [];
    expect(buttons).toHaveLength(72);
    expect(buttons.every((button) => button.includes('tabindex="-1"'))).toBe(true);
  });
});

describe("Review", () => {
  it("jumps back to what is open, and only to that", () => {
    const answers = Object.fromEntries(plain.sections.flatMap(({ items }) => items.map(({ id }) => [id, 0])));
    const { "phq9.i4": _open, ...rest } = answers;
    const shown = renderToStaticMarkup(<Review view={plain} answers={rest} labels={LABELS} onMove={nothing} />);
    expect(shown.match(/Go to \d/g)).toEqual(["Go to 4"]);
    expect(shown).toContain("1 open");
  });

  it("offers no change where nothing can be changed", () => {
    const shown = renderToStaticMarkup(<Review view={plain} answers={{ "phq9.i1": "declined" }} labels={LABELS} />);
    expect(shown).not.toContain("<button");
    expect(shown).toContain("Declined");
  });
});
