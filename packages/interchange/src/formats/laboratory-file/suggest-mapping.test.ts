import { expect, it } from "vitest";
import { suggestMapping } from "./suggest-mapping";

it("finds columns by the names laboratories give them, in either language", () => {
  const header = ["Client Code", "Sample Type", "Date_Collected", "VL Result", "Units", "Nurse"];
  const { mapping, columnsFound } = suggestMapping(header, [["A", "DBS", "04-May-2026", "TND", "", ""]]);
  expect(columnsFound).toEqual({
    ...{ participant: "Client Code", result: "VL Result", collectedOn: "Date_Collected" },
    ...{ unit: "Units", specimen: "Sample Type" },
  });
  expect(mapping).toMatchObject({ dateFormat: "dd-mmm-yyyy", decimalMark: "auto", corrects: false });
  expect(suggestMapping(["参与者编号", "采样日期", "检测结果"], []).mapping).not.toBeNull();
});

it("proposes a notation of days only where no other fits, and nothing while a needed column is missing", () => {
  const header = ["code", "result", "collected"];
  const format = (days: readonly string[]) =>
    suggestMapping(
      header,
      days.map((day) => ["A", "20", day]),
    ).mapping?.dateFormat;
  expect(format(["04/05/2026", "13/05/2026"])).toBe("dd/mm/yyyy");
  expect(format(["04/05/2026", "05/13/2026"])).toBe("mm/dd/yyyy");
  // Either could be meant: a person says which.
  expect(format(["04/05/2026"])).toBe("yyyy-mm-dd");
  expect(suggestMapping(["code", "result"], [])).toMatchObject({
    mapping: null,
    columnsFound: { participant: "code" },
  });
});
