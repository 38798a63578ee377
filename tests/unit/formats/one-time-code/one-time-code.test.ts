import { randomInt } from "node:crypto";
import { describe, expect, it } from "vitest";
import {
  authenticatorAddress,
  codeAt,
  codeLasts,
  judgeCode,
  newAuthenticatorSecret,
} from "#formats/one-time-code/one-time-code.ts";
import { qrPath } from "#formats/one-time-code/qr-path.ts";
import { newRecoveryCode, readRecoveryCode } from "#formats/one-time-code/recovery-code.ts";

/** "12345678901234567890" in base 32: the secret of RFC 6238, appendix B. */
const secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
const at = (seconds: number) => new Date(seconds * 1000);

describe("a code of six digits", () => {
  // RFC 6238, appendix B, SHA-1: the last six of the eight digits printed there.
  it.each([
    [59, "287082"],
    [1_111_111_109, "081804"],
    [1_111_111_111, "050471"],
    [1_234_567_890, "005924"],
    [2_000_000_000, "279037"],
  ])("at second %i is %s", (seconds, code) => {
    expect(codeAt(secret, at(seconds))).toBe(code);
    expect(judgeCode(secret, code, 0, at(seconds))).toEqual({
      kind: "right",
      step: Math.floor(seconds / 30),
    });
  });

  it("is right for thirty seconds, then late for thirty, and of one to come nothing is said", () => {
    const code = codeAt(secret, at(3_000));
    const kindAt = (seconds: number) => judgeCode(secret, code, 0, at(seconds)).kind;
    expect([3_000, 3_015, 3_029.999].map(kindAt)).toEqual(["right", "right", "right"]);
    expect([3_030, 3_059.999].map(kindAt)).toEqual(["late", "late"]);
    expect([2_940, 2_970, 2_999.999, 3_060, 3_090].map(kindAt)).toEqual(Array(5).fill("wrong"));
    expect(codeLasts(at(3_000))).toBe(30_000);
    expect(codeLasts(at(3_029))).toBe(1_000);
  });

  it("serves once, and no earlier one serves after it", () => {
    const code = codeAt(secret, at(3_000));
    expect(judgeCode(secret, code, 100, at(3_001)).kind).toBe("wrong");
    expect(judgeCode(secret, code, 100, at(3_031)).kind).toBe("wrong");
    expect(judgeCode(secret, codeAt(secret, at(2_970)), 100, at(3_001)).kind).toBe("wrong");
    expect(judgeCode(secret, codeAt(secret, at(3_030)), 100, at(3_031))).toEqual({
      kind: "right",
      step: 101,
    });
    expect(judgeCode(secret, code, 1_000, at(3_001)).kind).toBe("wrong");
  });

  it("may be typed in two groups", () => {
    expect(judgeCode(secret, "287 082", 0, at(59))).toEqual({ kind: "right", step: 1 });
  });

  it.each(["", "28708", "2870822", "abcdef", "28708²", "١٢٣٤٥٦", "0".repeat(10_000)])(
    "is not %j",
    (code) => {
      expect(judgeCode(secret, code, 0, at(59)).kind).toBe("wrong");
    },
  );
});

it("a new secret has 160 bits and is another each time", () => {
  const one = newAuthenticatorSecret();
  expect(one).toMatch(/^[A-Z2-7]{32}$/);
  expect(newAuthenticatorSecret()).not.toBe(one);
});

it("what the authenticator reads names the installation and the address", () => {
  const address = authenticatorAddress(secret, "Contrechamp", "a@exemple.fr");
  expect(address).toMatch(/^otpauth:\/\/totp\/Contrechamp:a%40exemple\.fr\?/);
  expect(new URL(address).searchParams.get("secret")).toBe(secret);
});

describe("its picture", () => {
  it("has the three finder patterns, inside a quiet margin of four", () => {
    const { path, size } = qrPath("Contrechamp");
    expect(size).toBe(21 + 8);
    expect(path).toContain("M4 4h7v1h-7z");
    expect(path).toContain("M18 4h7v1h-7z");
    expect(path).toContain("M4 24h7v1h-7z");
    expect(path).not.toMatch(/M[0-3] /);
  });
});

describe("a recovery code", () => {
  it("is twenty-four signs in groups of four, read back however it is typed", () => {
    const code = newRecoveryCode((bound) => randomInt(bound));
    expect(code).toMatch(/^[2-9A-HJKMNP-TV-Z]{4}(?:-[2-9A-HJKMNP-TV-Z]{4}){5}$/);
    expect(readRecoveryCode(code)).toBe(code);
    expect(readRecoveryCode(` ${code.toLowerCase().replaceAll("-", " ")} `)).toBe(code);
  });

  it.each([
    "",
    "AAAA",
    "AAAA-BBBB-CCCC-DDDD-EEEE-FFF1",
    "AAAA-BBBB-CCCC-DDDD-EEEE-FFFF-2",
    "A".repeat(5_000),
  ])("is not %j", (text) => {
    expect(readRecoveryCode(text)).toBeUndefined();
  });
});
