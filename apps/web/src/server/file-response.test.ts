import { TRPCError } from "@trpc/server";
import { describe, expect, it } from "vitest";
import { fileResponse } from "./file-response";

describe("fileResponse", () => {
  it("hands over a text as a file that no cache keeps", async () => {
    const response = await fileResponse("csv", async () => ({ text: "a,b", fileName: "table.csv" }));
    expect(await response.text()).toBe("a,b");
    expect(Object.fromEntries(response.headers)).toEqual({
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": 'attachment; filename="table.csv"',
      "cache-control": "no-store",
    });
  });

  it("says a refusal by its status alone", async () => {
    const response = await fileResponse("script", async () => {
      throw new TRPCError({ code: "FORBIDDEN", message: "not yours" });
    });
    expect([response.status, await response.text()]).toEqual([403, ""]);
  });

  it("lets a fault of the program through", async () => {
    await expect(fileResponse("script", () => Promise.reject(new TypeError("fault")))).rejects.toThrow("fault");
  });
});
