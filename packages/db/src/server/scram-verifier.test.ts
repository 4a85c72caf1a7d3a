import { expect, test } from "vitest";
import { scramVerifier } from "./scram-verifier";

// RFC 7677, section 3: user "user", password "pencil". The keys were computed from it with Python's hashlib.
test("the salt and the rounds stand before the two keys", () => {
  const verifier = scramVerifier("pencil", Buffer.from("W22ZaJ0SNY7soEsUEjb6gQ==", "base64"));
  expect(verifier).toBe(
    "SCRAM-SHA-256$4096:W22ZaJ0SNY7soEsUEjb6gQ==$WG5d8oPm3OtcPnkdi4Uo7BkeZkBFzpcXkuLmtbsT4qY=:wfPLwcE6nTWhTAmQ7tl2KeoiWGPlZqQxSrmfPwDl2dU=",
  );
});
