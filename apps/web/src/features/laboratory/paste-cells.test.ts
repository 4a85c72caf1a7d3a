import { parseResult } from "@alongside/domain/viral-load/parse-result";
import { describe, expect, it } from "vitest";
import { type PasteEvent, pasteCells } from "./paste-cells";

/** What the field holds after a paste; null where the browser pastes by itself. */
function pasted(text: string, value = "", from = 0, to = value.length): string | null {
  let typed: string | null = null;
  let isPrevented = false;
  const event: PasteEvent = {
    clipboardData: { getData: () => text },
    currentTarget: { value, selectionStart: from, selectionEnd: to },
    preventDefault: () => {
      isPrevented = true;
    },
  };
  pasteCells(event, (now) => {
    typed = now;
  });
  expect(isPrevented).toBe(typed !== null);
  return typed;
}

describe("pasteCells", () => {
  it.each(["20\n400", "20\t400", "345\r\n890", "1\n234\n567", "20 \n 400"])("%j stays apart", (text) => {
    expect(parseResult(pasted(text) ?? "")).toMatchObject({ kind: "unparsed" });
  });

  it("leaves one cell to the browser, also with the line end that spreadsheets add", () => {
    for (const text of ["20", "<20", "1 234\n", "20\r\n"]) expect(pasted(text)).toBeNull();
  });

  it("puts it where the caret or the selection is", () => {
    expect(pasted("20\n40", "ab", 1, 1)).toBe("a20 | 40b");
    expect(pasted("20\n40", "ab", 0, 2)).toBe("20 | 40");
  });
});
