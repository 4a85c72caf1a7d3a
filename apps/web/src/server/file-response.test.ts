import { FailureError } from "@alongside/api/failure-error";
import { TRPCError } from "@trpc/server";
import { describe, expect, it } from "vitest";
import { fileResponse } from "./file-response";

const refusing = (cause?: Error) => async () => {
  throw new TRPCError({ code: "FORBIDDEN", message: "not yours", ...(cause && { cause }) });
};

describe("fileResponse", () => {
  it("hands over a text as a file that no cache keeps", async () => {
    const response = await fileResponse("/p/one", "csv", async () => ({ text: "a,b", fileName: "table.csv" }));
    expect(await response.text()).toBe("a,b");
    expect(Object.fromEntries(response.headers)).toEqual({
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": 'attachment; filename="table.csv"',
      "cache-control": "no-store",
    });
  });

  it("sends a text as it is made, and makes no more than is read", async () => {
    let made = 0;
    const pieces = {
      *[Symbol.iterator]() {
        for (const piece of ["a,", "b\r\n", "中"]) {
          made += 1;
          yield piece;
        }
      },
    };
    const response = await fileResponse("/p/one", "csv", async () => ({ pieces, fileName: "table.csv" }));
    expect(made).toBeLessThan(3);
    expect(await response.text()).toBe("a,b\r\n中");
    const left = await fileResponse("/p/one", "csv", async () => ({ pieces, fileName: "table.csv" }));
    await left.body?.cancel();
    expect(made).toBeLessThan(6);
  });

  it("sends bytes as they are made", async () => {
    const bytes = [new Uint8Array([0, 255, 7]), new Uint8Array([128, 1])];
    const pieces = bytes.map((some) => Buffer.from(some).toString("base64"));
    const response = await fileResponse("/p/one", "zip", async () => ({ pieces, fileName: "data.zip" }));
    expect([...new Uint8Array(await response.arrayBuffer())]).toEqual([0, 255, 7, 128, 1]);
  });

  it("leads a refusal to words, with its rule and numbers and nothing else", async () => {
    const failure = { code: "rule", reason: "release.waiting", params: { smallest: 5, name: "Somebody" } } as const;
    const response = await fileResponse("/p/one", "script", refusing(new FailureError(failure)));
    expect(response.status).toBe(303);
    expect(response.headers.get("location")).toBe("/p/one/stopped?smallest=5&code=rule&why=release.waiting");
  });

  it("leads a refusal that does not explain itself there too", async () => {
    const response = await fileResponse("/p/one", "script", refusing());
    expect(response.headers.get("location")).toBe("/p/one/stopped?code=unexpected&why=file.none");
  });

  it("lets a fault of the program through", async () => {
    const fault = () => Promise.reject(new TypeError("fault"));
    await expect(fileResponse("/p/one", "script", fault)).rejects.toThrow("fault");
  });
});
