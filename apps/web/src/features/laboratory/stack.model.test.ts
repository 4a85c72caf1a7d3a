import { describe, expect, it } from "vitest";
import { type Carried, carriedDown, emptyStack, isEmptyRow, type Stack } from "./stack";
import { nextStack, type StackAction, waitingSaves } from "./stack.model";

/** Ids in order, so that a test can name the rows it makes: "r1" is the first. */
function maker() {
  let count = 0;
  return () => {
    count += 1;
    return `r${count}`;
  };
}

function play(actions: readonly StackAction[]): Stack {
  const newId = maker();
  return actions.reduce((stack, action) => nextStack(stack, action, newId), emptyStack("viral-load", newId()));
}

/** What rows are sent with that carry this day. */
const said = (...ids: readonly string[]) => ids.map((id) => ({ id, own: carrying("2026-11-20"), timepointCode: "" }));

function carrying(collectedOn: string): Carried {
  const unknown = { assay: "", specimen: "", testReason: "", receivedOn: "", testedOn: "", returnedOn: "" };
  return { ...unknown, collectedOn };
}

const type = (id: string, field: "code" | "result" | "assay" | "collectedOn" | "specimen" | "state", text: string) =>
  ({ type: "type", id, field, text }) as const;

describe("a stack", () => {
  it("always ends with one empty row", () => {
    const { rows } = play([type("r1", "code", "A"), type("r2", "code", "B"), type("r2", "code", "")]);
    expect(rows.map(({ id }) => id)).toEqual(["r1", "r2"]);
    expect(rows.map(isEmptyRow)).toEqual([false, true]);
  });

  it("carries dates and assay down until a row says otherwise, and from there on that", () => {
    const { rows } = play([
      type("r1", "code", "A"),
      type("r1", "collectedOn", "2026-11-20"),
      type("r1", "assay", "x 1"),
      type("r2", "code", "B"),
      type("r3", "code", "C"),
      type("r3", "collectedOn", "2026-11-21"),
    ]);
    expect(carriedDown(rows).map(({ collectedOn, assay }) => `${collectedOn} ${assay}`)).toEqual([
      "2026-11-20 x 1",
      "2026-11-20 x 1",
      "2026-11-21 x 1",
      "2026-11-21 x 1",
    ]);
  });

  it("takes the specimen of an assay that is chosen, not the one from above", () => {
    const { rows } = play([type("r1", "specimen", "plasma"), type("r1", "code", "A"), type("r2", "assay", "y 1")]);
    expect(carriedDown(rows)[1]).toMatchObject({ assay: "y 1", specimen: "" });
  });

  it("carries on again after a row takes back what it said", () => {
    const { rows } = play([
      type("r1", "code", "A"),
      type("r1", "collectedOn", "2026-11-20"),
      type("r2", "collectedOn", "2026-11-21"),
      { type: "carry", id: "r2", field: "collectedOn" },
    ]);
    expect(carriedDown(rows)[1]?.collectedOn).toBe("2026-11-20");
  });

  it("leaves the rows below what they had from a row that is removed", () => {
    const { rows } = play([
      type("r1", "code", "A"),
      type("r1", "collectedOn", "2026-11-20"),
      type("r2", "code", "B"),
      { type: "remove", id: "r1" },
    ]);
    expect(rows.map(({ id }) => id)).toEqual(["r2", "r3"]);
    expect(carriedDown(rows)[0]?.collectedOn).toBe("2026-11-20");
  });

  it("forgets a choice when the print changes, and reasons when the person does", () => {
    const chosen = [
      type("r1", "code", "A"),
      type("r1", "result", "<20"),
      { type: "choose", id: "r1", place: 1 },
      { type: "reason", id: "r1", check: "jump", text: "new drug" },
    ] as const;
    expect(play(chosen).rows[0]).toMatchObject({ chosen: 1, reasons: { jump: "new drug" } });
    expect(play([...chosen, type("r1", "result", "<40")]).rows[0]?.chosen).toBeNull();
    expect(play([...chosen, type("r1", "code", "B")]).rows[0]?.reasons).toEqual({});
  });
});

describe("saving a stack", () => {
  const sent = [
    type("r1", "code", "A"),
    type("r1", "collectedOn", "2026-11-20"),
    type("r2", "code", "B"),
    type("r3", "code", "C"),
    { type: "send", saveId: "s1", rows: said("r1", "r2") },
  ] as const;
  const at = "2026-11-22T10:00:00.000Z";

  it("keeps what is on its way as it is, and lets the rest be typed", () => {
    const stack = play([...sent, type("r1", "code", "X"), type("r3", "code", "Y"), { type: "remove", id: "r2" }]);
    expect(stack.rows.map(({ code }) => code)).toEqual(["A", "B", "Y", ""]);
    expect(waitingSaves(stack).map(({ saveId, rows }) => [saveId, rows.map(({ id }) => id)])).toEqual([
      ["s1", ["r1", "r2"]],
    ]);
  });

  it("keeps two saves apart, the older first", () => {
    const stack = play([...sent, { type: "send", saveId: "s2", rows: said("r1", "r3") }]);
    expect(waitingSaves(stack).map(({ saveId, rows }) => [saveId, rows.map(({ id }) => id)])).toEqual([
      ["s1", ["r1", "r2"]],
      ["s2", ["r3"]],
    ]);
  });

  it("lets go of what is stored, keeps what is not with the reason, and what both carried", () => {
    const issues = [{ field: "collectedOn", rule: "duplicate", values: {} }];
    const stack = play([
      ...sent,
      {
        type: "answered",
        saveId: "s1",
        at,
        rows: [
          { resultId: "r1", answer: null },
          { resultId: "r2", answer: { kind: "refused", issues } },
        ],
      },
    ]);
    expect(stack.rows.map(({ id, saveId }) => [id, saveId])).toEqual([
      ["r2", null],
      ["r3", null],
      ["r4", null],
    ]);
    expect(stack.rows[0]?.answer).toEqual({ kind: "refused", issues });
    expect(carriedDown(stack.rows)[0]?.collectedOn).toBe("2026-11-20");
    expect(stack.lastSave).toMatchObject({ saveId: "s1", at, rows: [{ id: "r1" }] });
  });

  it("forgets what the server said as soon as the row is changed, and not while a reason is given", () => {
    const checks = [{ check: "jump", values: {} }];
    const asked = [
      ...sent,
      {
        type: "answered",
        saveId: "s1",
        at,
        rows: [{ resultId: "r1", answer: { kind: "needs-reason", checks } }],
      },
    ] as const;
    const withReason = play([...asked, { type: "reason", id: "r1", check: "jump", text: "why" }]);
    expect(withReason.rows[0]?.answer).toEqual({ kind: "needs-reason", checks });
    expect(play([...asked, type("r1", "result", "40")]).rows[0]?.answer).toBeNull();
  });

  it("gives back the rows of a request that was declined", () => {
    const stack = play([...sent, { type: "declined", saveId: "s1" }]);
    expect(waitingSaves(stack)).toEqual([]);
    expect(stack.rows.map(({ code }) => code)).toEqual(["A", "B", "C", ""]);
  });

  it("brings the last save back on top, as new results with all they carried", () => {
    const stack = play([
      ...sent,
      {
        type: "answered",
        saveId: "s1",
        at,
        rows: [
          { resultId: "r1", answer: null },
          { resultId: "r2", answer: null },
        ],
      },
      { type: "undone" },
    ]);
    expect(stack.rows.map(({ id, code }) => [id, code])).toEqual([
      ["r5", "A"],
      ["r6", "B"],
      ["r3", "C"],
      ["r4", ""],
    ]);
    expect(carriedDown(stack.rows)[1]?.collectedOn).toBe("2026-11-20");
    expect(stack.lastSave).toBeNull();
  });

  it("says nothing of a last save where nothing was stored", () => {
    const stack = play([
      ...sent,
      { type: "answered", saveId: "s1", at, rows: [{ resultId: "r1", answer: { kind: "conflict" } }] },
    ]);
    expect(stack.lastSave).toBeNull();
    expect(play([...sent, { type: "settled" }]).lastSave).toBeNull();
  });

  /** Every stack of four papers, each saved or not, and all but the first with or without a day of its own. */
  const STACKS = Array.from({ length: 128 }, (_, code) => ({
    saved: [1, 2, 4, 8].map((bit) => (code & bit) > 0),
    days: ["2026-11-21", ...[16, 32, 64].map((bit, at) => ((code & bit) > 0 ? `2026-11-1${at}` : null))],
  }));

  it.each(STACKS)("gives back each paper with its day: saved $saved, days $days", ({ saved, days }) => {
    const newId = maker();
    let stack = emptyStack("viral-load", newId());
    const act = (action: StackAction) => {
      stack = nextStack(stack, action, newId);
    };
    days.forEach((day, at) => {
      act(type(`r${at + 1}`, "code", `person ${at}`));
      if (day !== null) act(type(`r${at + 1}`, "collectedOn", day));
    });
    const dayOfEach = () => {
      const carried = carriedDown(stack.rows);
      return Object.fromEntries(
        stack.rows.flatMap(({ code }, at) => (code === "" ? [] : [[code, carried[at]?.collectedOn]])),
      );
    };
    const before = dayOfEach();
    const rows = stack.rows
      .filter((_, at) => saved[at])
      .map(({ id, code }) => ({ id, own: carrying(before[code] ?? ""), timepointCode: "" }));
    act({ type: "send", saveId: "s", rows });
    act({ type: "answered", saveId: "s", at, rows: rows.map(({ id }) => ({ resultId: id, answer: null })) });
    act({ type: "undone" });
    expect(dayOfEach()).toEqual(before);
  });
});
