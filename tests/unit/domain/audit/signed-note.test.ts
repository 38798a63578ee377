import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromBase64, toBase64 } from "#domain/audit/base64.ts";
import { formatCheckpoint, readCheckpoint } from "#domain/audit/checkpoint.ts";
import {
  cosignature,
  cosignedMessage,
  formatNote,
  formatVerifierKey,
  keyIdOf,
  messagesSignedBy,
  NOTE_KEY,
  readNote,
  readVerifierKey,
  type SignedMessage,
  WITNESS_KEY,
} from "#domain/audit/signed-note.ts";
import { sha256 } from "./published-tree.ts";

const PKCS8_PREFIX = Buffer.from("302e020100300506032b657004220420", "hex");
const SPKI_PREFIX = Buffer.from("302a300506032b6570032100", "hex");

const privateKeyOf = (seed: Uint8Array) =>
  createPrivateKey({ key: Buffer.concat([PKCS8_PREFIX, seed]), format: "der", type: "pkcs8" });
const holds = (publicKey: Uint8Array, { message, signature }: SignedMessage) =>
  verify(
    null,
    message,
    createPublicKey({ key: Buffer.concat([SPKI_PREFIX, publicKey]), format: "der", type: "spki" }),
    signature,
  );

/** The example of Go's golang.org/x/mod/sumdb/note, whose private key is published with it. */
const neumann = {
  seed: fromBase64("AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz")?.slice(1) ?? new Uint8Array(),
  word: "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
  text: "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n",
  line: "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n",
};

/** The example of C2SP tlog-cosignature. */
const cosigned =
  "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n" +
  "— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n" +
  "— witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==\n";

describe("a signed note (C2SP signed-note)", () => {
  const key = readVerifierKey(sha256, neumann.word);

  it("is the published one, byte for byte, when the published key signs it", () => {
    if (!key) throw new Error("no key");
    const bytes = sign(null, Buffer.from(neumann.text), privateKeyOf(neumann.seed));
    const signatures = [{ name: key.name, keyId: key.keyId, bytes }];
    expect(formatNote({ text: neumann.text, signatures })).toBe(`${neumann.text}\n${neumann.line}`);
    expect(formatVerifierKey(key)).toBe(neumann.word);
  });

  it("holds as published, and not when a letter is changed", () => {
    const note = `${neumann.text}\n${neumann.line}`;
    const check = (text: string) => {
      const read = readNote(text);
      return read && key && messagesSignedBy(read, key).map((m) => holds(key.publicKey, m));
    };
    expect(check(note)).toEqual([true]);
    expect(check(note.replace("answer", "Answer"))).toEqual([false]);
    expect(check(note.replace("PeterNeumann", "Peter"))).toEqual([]);
  });

  it.each([
    ["no signature", neumann.text],
    ["no empty line", neumann.text + neumann.line],
    ["no last line end", `${neumann.text}\n${neumann.line}`.slice(0, -1)],
    ["a hyphen for the dash", `${neumann.text}\n${neumann.line.replace("—", "-")}`],
    ["a blank in the name", `${neumann.text}\n${neumann.line.replace("PeterN", "Peter N")}`],
    ["a plus in the name", `${neumann.text}\n${neumann.line.replace("PeterN", "Peter+N")}`],
    ["a carriage return", `${neumann.text}\r\n\n${neumann.line}`],
    ["a signature in another spelling", `${neumann.text}\n${neumann.line.replace("=", "")}`],
    ["a signature that is only an identifier", `${neumann.text}\n— PeterNeumann x08gow==\n`],
    ["too many signatures", `${neumann.text}\n${neumann.line.repeat(101)}`],
  ])("is refused with %s", (_name, note) => {
    expect(readNote(note)).toBeUndefined();
  });
});

describe("a verifier key", () => {
  it.each([
    // Known good: Go's checksum database, and a witness's of type 4 as in transparency-dev/formats' tests.
    ["sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8", NOTE_KEY],
    ["remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2", WITNESS_KEY],
  ])("%s is read and written", (word, type) => {
    const key = readVerifierKey(sha256, word);
    expect(key?.type).toBe(type);
    expect(key && formatVerifierKey(key)).toBe(word);
  });

  it.each([
    "",
    "name",
    "sum.golang.org+033de0af+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8",
    "sum.golang.com+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8",
    "sum golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8",
    "rekor.sigstore.dev+12345678+AwEB",
    "rekor.sigstore.dev+12345678+THIS_IS_NOT_BASE64!",
    `a+00000000+${toBase64(Uint8Array.from({ length: 33 }, () => 9))}`,
  ])("%j is none", (word) => {
    expect(readVerifierKey(sha256, word)).toBeUndefined();
  });
});

describe("a checkpoint (C2SP tlog-checkpoint)", () => {
  it("is read from the specification's example and written back", () => {
    const note = readNote(cosigned);
    const checkpoint = readCheckpoint(note?.text ?? "");
    expect(checkpoint).toMatchObject({ origin: "example.com/behind-the-sofa", size: 20_852_163 });
    expect(checkpoint && formatCheckpoint(checkpoint)).toBe(note?.text);
    expect(note && formatNote(note)).toBe(cosigned);
    expect(note?.signatures.map(({ name }) => name)).toEqual([
      "example.com/behind-the-sofa",
      "witness.example.com/w1",
    ]);
  });

  it("may have extension lines, which do not count", () => {
    const root = toBase64(new Uint8Array(32));
    expect(readCheckpoint(`a\n0\n${root}\nmore\n`)?.size).toBe(0);
    expect(readCheckpoint(`a\n0\n${root}\n\n`)).toBeUndefined();
  });

  it.each([
    "",
    "a\n1\n",
    `a\n1\n${toBase64(new Uint8Array(32))}`,
    `\n1\n${toBase64(new Uint8Array(32))}\n`,
    `a\n01\n${toBase64(new Uint8Array(32))}\n`,
    `a\n-1\n${toBase64(new Uint8Array(32))}\n`,
    `a\n9007199254740993\n${toBase64(new Uint8Array(32))}\n`,
    `a\n1\n${toBase64(new Uint8Array(31))}\n`,
  ])("%j is none", (text) => {
    expect(readCheckpoint(text)).toBeUndefined();
  });
});

describe("a witness's cosignature (C2SP tlog-cosignature)", () => {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  const raw = Uint8Array.from(publicKey.export({ format: "der", type: "spki" }).subarray(-32));
  const named = { name: "journal.example/witness", type: WITNESS_KEY, publicKey: raw } as const;
  const witness = { ...named, keyId: keyIdOf(sha256, named) };
  const text = readNote(cosigned)?.text ?? "";

  it("signs the header, the time and the checkpoint", () => {
    expect(Buffer.from(cosignedMessage(text, 1_679_315_147)).toString()).toBe(
      "cosignature/v1\ntime 1679315147\nexample.com/behind-the-sofa\n20852163\n" +
        "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
    );
  });

  it("gives the time of the specification's example", () => {
    const note = readNote(cosigned);
    const line = note?.signatures[1];
    if (!note || !line) throw new Error("no line");
    const key = { ...witness, name: line.name, keyId: line.keyId };
    expect(messagesSignedBy(note, key).map(({ at }) => at)).toEqual([1_679_315_147]);
  });

  it("holds for its second alone", () => {
    const at = 1_795_667_400;
    const bytes = sign(null, cosignedMessage(text, at), privateKey);
    const checked = (line: ReturnType<typeof cosignature>) =>
      messagesSignedBy({ text, signatures: [line] }, witness).map((m) => holds(raw, m));
    expect(checked(cosignature(witness, at, bytes))).toEqual([true]);
    expect(checked(cosignature(witness, at + 1, bytes))).toEqual([false]);
    expect(checked(cosignature(witness, at, bytes.subarray(1)))).toEqual([false]);
  });
});

describe("base 64", () => {
  it("gives back any bytes, and refuses a second spelling", () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString("base64"));
        expect(fromBase64(toBase64(bytes))).toEqual(bytes);
      }),
    );
    for (const text of ["A", "AA", "AB==", "AAA", "AAB=", "AA=A", "A A=", "_-=="]) {
      expect(fromBase64(text), text).toBeUndefined();
    }
  });
});
