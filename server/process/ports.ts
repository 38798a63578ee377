import net from "node:net";
import { codeOf, Refusal } from "./refusal.ts";

function listenOnce(port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once("error", reject);
    probe.listen({ port, host, exclusive: true }, () => {
      const address = probe.address();
      const taken = typeof address === "object" && address !== null ? address.port : port;
      probe.close(() => resolve(taken));
    });
  });
}

/** A port nobody listens on at this moment; the caller must be ready to find it taken after all. */
export function findFreePort(): Promise<number> {
  return listenOnce(0, "127.0.0.1");
}

/**
 * The addresses to listen on for a host. `localhost` means both loopback addresses, since a browser
 * may try either first.
 */
export function addressesOf(host: string): readonly string[] {
  return host === "localhost" ? ["127.0.0.1", "::1"] : [host];
}

/** A machine without IPv6 has no ::1: then localhost is 127.0.0.1 alone. */
export function isAbsentAddress(failure: unknown): boolean {
  return ["EADDRNOTAVAIL", "EAFNOSUPPORT"].includes(codeOf(failure) ?? "");
}

export function describeListenFailure(failure: unknown, host: string, port: number): Refusal {
  switch (codeOf(failure)) {
    case "EADDRINUSE":
      return new Refusal(
        `Port ${port} is already in use on ${host}; stop the other program or set PORT to another number.`,
      );
    case "EACCES":
      return new Refusal(
        `Port ${port} needs rights that this user does not have; set PORT to 1024 or more.`,
      );
    default:
      return new Refusal(
        `The address ${host}:${port} cannot be listened on (${codeOf(failure) ?? "unknown reason"}); check HOST and PORT.`,
      );
  }
}

/** Asked before anything is started, so that a taken port leaves nothing half-started. */
export async function refuseTakenPort(host: string, port: number): Promise<void> {
  if (port === 0) return;
  for (const [index, address] of addressesOf(host).entries()) {
    try {
      await listenOnce(port, address);
    } catch (failure) {
      if (index > 0 && isAbsentAddress(failure)) continue;
      throw describeListenFailure(failure, host, port);
    }
  }
}
