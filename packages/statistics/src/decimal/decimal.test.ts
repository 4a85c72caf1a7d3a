import { describe, expect, it } from "vitest";
import { add, multiply, parseDecimal, subtract, toText } from "./decimal";
import { ratio, squareRootOfRatio } from "./ratio";

const d = parseDecimal;

describe("decimal", () => {
  it.each([
    ["12.50", "12.5"],
    ["-0.0", "0"],
    ["+3", "3"],
    ["1e3", "1000"],
    ["1.5E-3", "0.0015"],
    [0.1, "0.1"],
    [1e-7, "0.0000001"],
    [1e21, "1000000000000000000000"],
    [-0, "0"],
  ])("reads %s as %s", (input, text) => {
    expect(toText(d(input))).toBe(text);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, "", "1,5", "0x10", "1.", ".5", "--1"])("refuses %s", (input) => {
    expect(() => d(input)).toThrow(RangeError);
  });

  it("adds tenths exactly, unlike doubles", () => {
    expect(toText(add(d(0.1), d(0.2)))).toBe("0.3");
    expect(toText(subtract(d("1e15"), d("0.001")))).toBe("999999999999999.999");
    expect(toText(multiply(d("-1.2"), d("0.05")))).toBe("-0.06");
  });
});

describe("ratio", () => {
  it("is correctly rounded for everyday and extreme quotients", () => {
    expect(ratio(d(1), d(3))).toBe(1 / 3);
    expect(ratio(d(-2), d(3))).toBe(-2 / 3);
    expect(ratio(d("1e400"), d("1e399"))).toBe(10);
    expect(ratio(d(0), d(-3))).toBe(0);
    expect(() => ratio(d(1), d(0))).toThrow(RangeError);
  });

  it("takes roots where the quotient would overflow or vanish", () => {
    expect(squareRootOfRatio(d(2), d(1))).toBe(Math.SQRT2);
    expect(squareRootOfRatio(d("1e401"), d(10))).toBe(1e200);
    expect(squareRootOfRatio(d("4e-400"), d(1))).toBe(2e-200);
    expect(squareRootOfRatio(d(0), d(1))).toBe(0);
    expect(() => squareRootOfRatio(d(-1), d(1))).toThrow(RangeError);
  });
});
