import { alongsideCore } from "@alongside/domain/instruments/catalog/alongside-core/instrument";
import { phq9 } from "@alongside/domain/instruments/catalog/phq9/instrument";
import { questionnaireView } from "@alongside/domain/instruments/questionnaire-view";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allItems, answersToSend, answerText, askedItems, itemAt, neighbour, REVIEW, tally } from "./flow.model";

const core = questionnaireView(alongsideCore, { language: "en", packs: [] });
const plain = questionnaireView(phq9, { language: "en", packs: [] });
const TREATMENT = "alongside-core.treatment";
const ADHERENCE = "alongside-core.adherence-1";

describe("which questions are asked", () => {
  it("leaves out what the filter question rules out, and brings it back", () => {
    const ids = (treatment?: number) => askedItems(core, { [TREATMENT]: treatment }).map(({ item }) => item.id);
    expect(ids(1)).toContain(ADHERENCE);
    expect(ids(0)).not.toContain(ADHERENCE);
    expect(ids()).not.toContain(ADHERENCE);
    expect(ids(1)).toHaveLength(allItems(core).length);
  });

  it("does not send an answer to a question that is not asked any more", () => {
    expect(answersToSend(core, { [TREATMENT]: 0, [ADHERENCE]: 3 })).toEqual({ [TREATMENT]: 0 });
    expect(answersToSend(core, { [TREATMENT]: 1, [ADHERENCE]: "declined" })).toEqual({
      [TREATMENT]: 1,
      [ADHERENCE]: "declined",
    });
  });
});

describe("moving", () => {
  it("goes from the first question to the list of answers and back, without repeating any", () => {
    const visited = [itemAt(core, {}, null)?.item.id ?? ""];
    for (let at = visited[0] ?? ""; at !== REVIEW; ) {
      at = neighbour(core, {}, at, 1);
      visited.push(at);
    }
    expect(visited.at(-1)).toBe(REVIEW);
    expect(new Set(visited).size).toBe(visited.length);
    expect(visited).toHaveLength(askedItems(core, {}).length + 1);
    expect(neighbour(core, {}, REVIEW, -1)).toBe(visited.at(-2));
    expect(neighbour(core, {}, visited[0] ?? "", -1)).toBe(visited[0]);
  });

  it("shows the next question that is asked when the one remembered is not", () => {
    expect(itemAt(core, { [TREATMENT]: 0 }, ADHERENCE)?.item.id).toBe("alongside-core.visits-1");
  });
});

describe("tally", () => {
  it("counts every question asked in exactly one way, whatever the answers", () => {
    const answer = fc.constantFrom(0, 1, 2, "skipped" as const, "declined" as const, undefined);
    const sheet = fc.dictionary(fc.constantFrom(...allItems(core).map(({ item }) => item.id)), answer);
    fc.assert(
      fc.property(sheet, (answers) => {
        const { asked, answered, skipped, declined, open } = tally(core, answers);
        expect(answered + skipped + declined + open.length).toBe(asked);
        expect(Object.keys(answersToSend(core, answers))).toHaveLength(asked - open.length);
      }),
    );
  });

  it("keeps a skipped question apart from one the person would rather not answer", () => {
    expect(tally(plain, { "phq9.i1": "skipped", "phq9.i2": "declined", "phq9.i3": 0 })).toMatchObject({
      asked: 9,
      answered: 1,
      skipped: 1,
      declined: 1,
      open: { length: 6 },
    });
  });
});

describe("answerText", () => {
  it("uses the option's words, else its code, and says nothing for a missing answer", () => {
    const [first] = allItems(core);
    const [bare] = allItems(plain);
    if (!first || !bare) throw new Error("no items");
    expect(answerText(first.item, 0)).toBe("Never");
    expect(answerText(bare.item, 0)).toBe("0");
    expect(answerText(bare.item, "skipped")).toBeNull();
  });
});
