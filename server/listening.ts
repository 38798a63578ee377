import type http from "node:http";
import type { ListenOptions } from "node:net";
import { addressesOf, describeListenFailure, isAbsentAddress } from "./process/ports.ts";
import { wait } from "./process/wait.ts";

const IN_FLIGHT_MS = 10_000;

function listen(server: http.Server, options: ListenOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(options, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

function portOf(server: http.Server): number {
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}

/** An extra ear on ::1, whose connections the one server answers. */
async function listenBeside(server: http.Server, host: string, port: number): Promise<void> {
  const { createServer } = await import("node:net");
  const second = createServer((socket) => server.emit("connection", socket));
  await new Promise<void>((resolve, reject) => {
    second.once("error", reject);
    second.listen({ host, port, ipv6Only: true, exclusive: true }, () => resolve());
  });
  server.once("close", () => second.close());
  second.unref();
}

/** Returns the port, which the system chose when 0 was asked. */
export async function startListening(
  server: http.Server,
  host: string,
  wanted: number,
): Promise<number> {
  const [first = host, ...others] = addressesOf(host);
  try {
    await listen(server, { host: first, port: wanted, exclusive: true });
    const port = portOf(server);
    for (const other of others) {
      await listenBeside(server, other, port).catch((failure: unknown) => {
        if (!isAbsentAddress(failure)) throw failure;
      });
    }
    return port;
  } catch (failure) {
    server.close();
    throw describeListenFailure(failure, host, wanted);
  }
}

/** New connections are refused at once; answers under way are finished, but not waited for for ever. */
export async function stopListening(server: http.Server): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  server.closeIdleConnections();
  await Promise.race([closed, wait(IN_FLIGHT_MS)]);
  server.closeAllConnections();
}
