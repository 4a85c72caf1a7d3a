import { describe, expect, it } from "vitest";
import type { Problem } from "../../problem";
import { type CsvEvent, type CsvOptions, openCsv } from "./read";
import { CSV_LIMITS } from "./rules";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

async function read(
  bytes: Uint8Array | Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  options: CsvOptions = {},
): Promise<{ header: readonly string[]; rows: (readonly string[])[]; numbers: number[]; problems: Problem[] }> {
  const opened = await openCsv(bytes instanceof Uint8Array ? [bytes] : bytes, options);
  if (opened.kind === "refused") return { header: [], rows: [], numbers: [], problems: [...opened.problems] };
  const events: CsvEvent[] = [];
  for await (const event of opened.file.events) events.push(event);
  const rows = events.filter((event) => event.kind === "row");
  return {
    header: opened.file.header,
    rows: rows.map((event) => event.cells),
    numbers: rows.map((event) => event.row),
    problems: events.filter((event) => event.kind === "problem").map((event) => event.problem),
  };
}

const firstProblem = async (text: string, options: CsvOptions = {}): Promise<Problem | undefined> =>
  (await read(utf8(text), options)).problems[0];

describe("encoding", () => {
  it.each([
    ["UTF-8 with its mark", [0xef, 0xbb, 0xbf, 0x69, 0x2c, 0xc3, 0xa9, 0x0a, 0x31, 0x2c, 0x32]],
    ["UTF-16 little end first", [0xff, 0xfe, 0x69, 0, 0x2c, 0, 0xe9, 0, 0x0a, 0, 0x31, 0, 0x2c, 0, 0x32, 0]],
    ["UTF-16 big end first", [0xfe, 0xff, 0, 0x69, 0, 0x2c, 0, 0xe9, 0, 0x0a, 0, 0x31, 0, 0x2c, 0, 0x32]],
  ])("reads %s", async (_, bytes) => {
    expect(await read(Uint8Array.from(bytes))).toMatchObject({ header: ["i", "é"], rows: [["1", "2"]], problems: [] });
  });

  it("refuses bytes that are not UTF-8, with byte and line, and reads them when the person names the encoding", async () => {
    const bytes = Uint8Array.from([...utf8("id,note\n1,caf"), 0xe9, ...utf8("\n")]);
    expect((await read(bytes)).problems).toEqual([
      { severity: "refuse", rule: "encoding", params: { encoding: "utf-8", byte: 13, line: 2 } },
    ]);
    expect((await read(bytes, { encoding: "windows-1252" })).rows).toEqual([["1", "café"]]);
  });

  it("counts the byte order mark and earlier chunks in the position", async () => {
    const head = Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8("a,b\n")]);
    const result = await read([head, utf8("1,2\n3,"), Uint8Array.from([0xff])]);
    expect(result.problems[0]?.params).toEqual({ encoding: "utf-8", byte: 13, line: 3 });
  });

  it("refuses a character that the end of the file cuts off", async () => {
    expect((await read(Uint8Array.from([...utf8("a,b\n1,"), 0xe4, 0xb8]))).problems[0]).toMatchObject({
      rule: "encoding",
    });
  });

  it("reads GB 18030 when chosen", async () => {
    const bytes = Uint8Array.from([...utf8("id,"), 0xd7, 0xe9, ...utf8("\n1,2\n")]);
    expect((await read(bytes, { encoding: "gb18030" })).header).toEqual(["id", "组"]);
    // A mark says what it is: a file that was taken from here and put right is no longer in the laboratory's encoding.
    const marked = new TextEncoder().encode("\uFEFFid,组\n1,甲\n");
    for (const encoding of ["gb18030", "windows-1252", "utf-16le"] as const) {
      expect((await read(marked, { encoding })).header).toEqual(["id", "组"]);
    }
  });

  it("says that a file with zero bytes is not text", async () => {
    expect(await firstProblem("a,b\n1,\u00002\n")).toMatchObject({ rule: "nul-byte", params: { line: 2 } });
  });
});

describe("delimiter", () => {
  it.each([
    [",", "id,a,b\n1,2,3\n"],
    [";", "id;a;b\n1;2,5;3,5\n"],
    ["\t", "id\ta\tb\n1\t2,5\t3\n"],
    ["|", "id|a|b\n1|2|3\n"],
    [",", 'id,"a;b;c;d",b\n1,"x;y",3\n'],
  ])("finds %j", async (delimiter, text) => {
    const opened = await openCsv([utf8(text)]);
    expect(opened).toMatchObject({ kind: "opened", file: { delimiter } });
  });

  it("refuses the wrong choice and names the right one", async () => {
    expect(await firstProblem("id;a\n1;2\n", { delimiter: "," })).toMatchObject({
      rule: "delimiter",
      params: { delimiter: "comma", suggested: "semicolon" },
    });
  });

  it("refuses a file of one column", async () => {
    expect(await firstProblem("id\n1\n2\n")).toMatchObject({
      rule: "delimiter",
      params: { delimiter: "none", suggested: "none" },
    });
  });

  it("refuses a header separated by one character above rows separated by another", async () => {
    expect(await firstProblem("id,a,b\n1;2;3\n2;3;4\n")).toMatchObject({ rule: "delimiter-inconsistent" });
  });
});

describe("header and rows", () => {
  it.each([
    ["", "empty-file"],
    ["\n\r\n \n", "empty-file"],
    ["id,a\n", "no-rows"],
    ["1,29,2\n2,32,16\n", "header-missing"],
    ["id,,b\n1,2,3\n", "header-empty"],
    ["id,a,a \n1,2,3\n", "header-duplicate"],
    ["id,a b, A  B\n1,2,3\n", "header-duplicate"],
    ["id,a\u2067b\n1,2\n", "direction-marks"],
    ["id,a\n1,2\n2,3,4\n", "ragged-row"],
    ['id,a\n1,"2\n2,3\n', "quote-unclosed"],
    ['id,a\n1,2"3"\n', "quote-misplaced"],
    ["id,a\n1,=1+1\n", "formula"],
    ["id,a\n@SUM(A1),1\n", "formula"],
    ["=id,a\n1,1\n", "formula"],
  ])("%j is refused: %s", async (text, rule) => {
    expect(await firstProblem(text)).toMatchObject({ rule, severity: "refuse" });
  });

  it("lets signed numbers and dashes be", async () => {
    const { rows, problems } = await read(utf8('id,a,b\n1,-5.5,+3\n2,-,-1e-3\n3,--,"-1,5"\n'));
    expect(problems).toEqual([]);
    expect(rows).toHaveLength(3);
  });

  it("numbers rows as a spreadsheet does, over blank lines and cells that hold line breaks", async () => {
    const { numbers, rows, problems } = await read(utf8('id,a\r\n1,"x\ny"\r\n\r\n2,z\r\n3,1,9\r\n'));
    expect(numbers).toEqual([2, 4]);
    expect(rows[0]).toEqual(["1", "x\ny"]);
    expect(problems).toMatchObject([{ rule: "ragged-row", row: 5, params: { expected: 2, found: 3 } }]);
  });

  it("names column and value of a formula, and goes on reading", async () => {
    const { rows, problems } = await read(utf8('id,a\n1,"=HYPERLINK(""x"")"\n2,3\n'));
    expect(problems).toEqual([{ severity: "refuse", rule: "formula", row: 2, column: "a", value: '=HYPERLINK("x")' }]);
    expect(rows).toEqual([["2", "3"]]);
  });
});

describe("quotation marks that do not match", () => {
  const good = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, index) => `${from + index},2,3`).join("\n");

  it.each([
    ["first row", `id,a,b\n1,"2,3\n${good(2, 40)}\n`, 2],
    ["header", `id,"a,b\n${good(1, 40)}\n`, 1],
    ["very first cell", `"id,a,b\n${good(1, 5)}\n`, 1],
    ["a row in the middle", `id,a,b\n${good(1, 30)}\n31,"2,3\n${good(32, 60)}\n`, 32],
    ["a row below the sample", `id,a,b\n${good(1, 20_000)}\n20001,"2,3\n${good(20_002, 20_010)}\n`, 20_002],
    ["a row above cells that are quoted well", `id,a,b\n1,"2,3\n2,2,3\n3,"x",3\n4,"x",3\n`, 2],
    ["a file with semicolons", `id;a;b\n1;"2;3\n2;2,5;3\n3;2,5;3\n`, 2],
  ])("names the row of one that never closes: %s", async (_, text, row) => {
    const { problems } = await read(utf8(text));
    expect(problems).toEqual([{ severity: "refuse", rule: "quote-unclosed", row }]);
  });

  it("says the same when the separator was chosen by hand", async () => {
    const text = `id,a,b\n1,"2,3\n${good(2, 9)}\n`;
    expect(await firstProblem(text, { delimiter: "," })).toMatchObject({ rule: "quote-unclosed", row: 2 });
    expect(await firstProblem(text, { delimiter: ";" })).toMatchObject({ rule: "delimiter" });
  });

  it("names a mark inside a cell", async () => {
    expect(await firstProblem(`id,a,b\n1,5 ft 10",3\n${good(2, 9)}\n`)).toEqual({
      severity: "refuse",
      rule: "quote-misplaced",
      row: 2,
    });
  });

  it("still blames the separator where the quotation is in order", async () => {
    expect(await firstProblem('id,a,b\n"1";2;3\n"2";3;4\n')).toMatchObject({ rule: "delimiter-inconsistent" });
  });
});

describe("bounds", () => {
  it("stops within one limit of a line that never ends, and closes the source", async () => {
    let given = 0;
    let closed = false;
    async function* endless(): AsyncGenerator<Uint8Array> {
      try {
        yield utf8("id,a\n");
        for (;;) {
          given += 65_536;
          yield new Uint8Array(65_536).fill(0x31);
        }
      } finally {
        closed = true;
      }
    }
    expect((await read(endless())).problems).toMatchObject([{ rule: "line-too-long", params: { line: 2 } }]);
    expect(given).toBeLessThanOrEqual(2 * CSV_LIMITS.lineCharacters);
    expect(closed).toBe(true);
  });

  it("refuses ten megabytes without a line break", async () => {
    expect((await read(new Uint8Array(10_000_000).fill(0x61))).problems).toMatchObject([{ rule: "line-too-long" }]);
  });

  it("refuses an endless quotation", async () => {
    function* endless(): Generator<Uint8Array> {
      yield utf8('id,a\n1,"');
      for (;;) yield utf8("text in quotes\n".repeat(4000));
    }
    expect((await read(endless())).problems).toMatchObject([{ rule: "quote-unclosed", row: 2 }]);
  });

  it("refuses an enormous cell", async () => {
    const text = `id,a\n1,${"x".repeat(CSV_LIMITS.cellCharacters + 1)}\n`;
    expect(await firstProblem(text)).toMatchObject({ rule: "cell-too-long", row: 2 });
  });

  it("closes the source when the reader of the rows stops early", async () => {
    let closed = false;
    async function* source(): AsyncGenerator<Uint8Array> {
      try {
        for (let row = 0; ; row += 1) yield utf8(row === 0 ? "id,a\n" : `${row},1\n`.repeat(5000));
      } finally {
        closed = true;
      }
    }
    const opened = await openCsv(source());
    if (opened.kind === "refused") throw new Error("expected rows");
    for await (const _ of opened.file.events) break;
    await new Promise((resolve) => setImmediate(resolve));
    expect(closed).toBe(true);
  });
});
