import { REPORT_SECTIONS } from "@alongside/domain/report/report-document";
import { describe, expect, it } from "vitest";
import { reportAddress, reportHref } from "./report-address";

const ARM = "01890000-0000-7000-8000-000000000001";
const read = (query: string) => reportAddress(new URLSearchParams(query), "en");

describe("the address of a report", () => {
  it("is read back as it was written", () => {
    const address = {
      language: "zh" as const,
      sections: ["summary" as const, "results" as const],
      timepointCode: "m6",
      cohortIds: [ARM],
      snapshotId: ARM,
    };
    const href = reportHref("/p/demo", address);
    expect(href.startsWith("/p/demo/report?")).toBe(true);
    expect(read(href.split("?")[1] ?? "")).toEqual(address);
  });

  it("without choices, is the whole report in the language of the screen", () => {
    expect(read("")).toEqual({ language: "en", sections: [...REPORT_SECTIONS] });
  });

  it("leaves out what it does not know", () => {
    expect(read("lang=xx&part=gossip&arm=1%20or%201&snapshot=..&at=")).toEqual(read(""));
  });
});
