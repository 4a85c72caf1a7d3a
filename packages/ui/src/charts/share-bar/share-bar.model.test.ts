import { describe, expect, it } from "vitest";
import { shareBar } from "./share-bar.model";

const part = (id: string, people: number) => ({ id, label: id, people, tone: "unchanged" as const });

describe("shareBar", () => {
  it("fills the bar without gap or overlap and keeps parts of nobody in the list", () => {
    const { parts, total } = shareBar([part("a", 3), part("b", 0), part("c", 1)]);
    expect(total).toBe(4);
    expect(parts.map(({ from, width }) => [from, width])).toEqual([
      [0, 75],
      [75, 0],
      [75, 25],
    ]);
  });

  it("is empty, not broken, for nobody", () => {
    expect(shareBar([part("a", 0)])).toEqual({ total: 0, parts: [{ ...part("a", 0), from: 0, width: 0 }] });
  });
});
