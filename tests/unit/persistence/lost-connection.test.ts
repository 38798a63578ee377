import { once } from "node:events";
import net, { type AddressInfo } from "node:net";
import { expect, it } from "vitest";
import { isStrayLoss } from "#persistence/lost-connection.ts";

/** What a socket really says when the other side is cut off. */
async function resetError(): Promise<unknown> {
  const server = net.createServer((socket) => socket.once("data", () => socket.resetAndDestroy()));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const socket = net.connect((server.address() as AddressInfo).port, "127.0.0.1");
  socket.resume().write("anything");
  const [failure] = await once(socket, "error");
  server.close();
  return failure;
}

it("knows a socket that is cut off while nobody listens", async () => {
  expect(isStrayLoss(await resetError())).toBe(true);
});

it("knows the question that the library asks by itself, refused by a server that is gone", () => {
  const refused = Object.assign(new Error("no"), { code: "ECONNREFUSED", syscall: "connect" });
  const query = "select b.oid, b.typarray from pg_catalog.pg_type a";
  // As the library adds it: not enumerable.
  expect(isStrayLoss(Object.defineProperty(refused, "query", { value: query }))).toBe(true);
  const asked = Object.assign(new Error("no"), { code: "ECONNREFUSED", query: "SELECT 1" });
  expect(isStrayLoss(asked)).toBe(false);
});

it("takes nothing else for it", () => {
  expect(isStrayLoss(new TypeError("Cannot read properties of null (reading 'write')"))).toBe(
    false,
  );
  expect(
    isStrayLoss(Object.assign(new Error("no"), { code: "ECONNREFUSED", syscall: "connect" })),
  ).toBe(false);
  expect(isStrayLoss(Object.assign(new Error("no"), { code: "ECONNRESET" }))).toBe(false);
  expect(isStrayLoss("ECONNRESET")).toBe(false);
});
