import path from "node:path";
import { z } from "zod";
import {
  type AccountSettings,
  accountSettings,
  accountVariables,
  missingCompanion,
} from "./environment/account-variables.ts";

/**
 * The only reader of `process.env`. Everything else receives values.
 *
 * The address of the running database is not among them: without `DATABASE_URL` it is decided at
 * start. The server hands it to `openDatabase` before it prepares Next; the pools hang on
 * `globalThis`, so the copy of `persistence` that Next bundles uses the same ones.
 */

const WHOLE = /^\d+$/;
const MEGABYTE = 1024 * 1024;

function wholeBetween(low: number, high: number, name: string) {
  const sentence = `${name} must be a whole number from ${low} to ${high}.`;
  return z
    .string()
    .regex(WHOLE, sentence)
    .transform(Number)
    .refine((value) => value >= low && value <= high, sentence);
}

function parseUrl(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}

function isPostgresAddress(text: string): boolean {
  const url = parseUrl(text);
  return url !== undefined && /^postgres(ql)?:$/.test(url.protocol) && url.pathname.length > 1;
}

function isTileTemplate(text: string): boolean {
  const url = parseUrl(text.replace(/\{([zxy])\}/g, "_$1_"));
  return (
    url !== undefined &&
    /^https?:$/.test(url.protocol) &&
    url.username === "" &&
    ["_z_", "_x_", "_y_"].every((part) => `${url.pathname}${url.search}`.includes(part)) &&
    !/[{}]/.test(text.replace(/\{[zxy]\}/g, ""))
  );
}

function isOrigin(text: string): boolean {
  const url = parseUrl(text);
  return url !== undefined && /^https?:$/.test(url.protocol) && url.origin === text;
}

/** What Prisma's tools accept in an address and PostgreSQL itself does not know. */
const PRISMA_ONLY = ["schema", "connection_limit", "pool_timeout", "socket_timeout", "pgbouncer"];

function withoutPrismaParameters(text: string): string {
  const url = new URL(text);
  for (const name of PRISMA_ONLY) url.searchParams.delete(name);
  return url.toString();
}

const variables = z.object({
  PORT: wholeBetween(0, 65_535, "PORT").default(3000),
  HOST: z
    .string()
    .regex(
      /^[A-Za-z0-9.:_-]+$/,
      "HOST must be a host name or an IP address to listen on, such as localhost, 127.0.0.1 or 0.0.0.0.",
    )
    // "localhost" is served on 127.0.0.1 and on ::1, so that the printed address opens whichever of
    // the two a browser tries first, and nothing is exposed to the network unasked.
    .default("localhost"),
  DATABASE_URL: z
    .string()
    .refine(
      isPostgresAddress,
      "DATABASE_URL must be a PostgreSQL address such as postgresql://user:password@host:5432/database.",
    )
    .refine(
      (text) => ["public", null].includes(parseUrl(text)?.searchParams.get("schema") ?? null),
      "DATABASE_URL must not name a schema other than public.",
    )
    .transform(withoutPrismaParameters)
    .optional(),
  MIGRATION_DATABASE_URL: z
    .string()
    .refine(
      isPostgresAddress,
      "MIGRATION_DATABASE_URL must be a PostgreSQL address such as postgresql://owner:password@host:5432/database.",
    )
    .transform(withoutPrismaParameters)
    .optional(),
  LOG_SIGNING_KEY: z
    .string()
    .regex(
      /^PRIVATE\+KEY\+[^\s+]+\+[0-9a-f]{8}\+[A-Za-z0-9+/]{44}$/,
      "LOG_SIGNING_KEY must be a note key such as the one in the file signing-key: PRIVATE+KEY+name+identifier+base64.",
    )
    .optional(),
  SECURITY_LOG: z
    .string()
    .refine((text) => !text.includes("\0"), "SECURITY_LOG must be the path of a file.")
    .optional(),
  CONTRECHAMP_DATA_FOLDER: z
    .string()
    .refine((text) => !text.includes("\0"), "CONTRECHAMP_DATA_FOLDER must be the path of a folder.")
    .default(".data"),
  TILE_URL: z
    .string()
    .refine(
      isTileTemplate,
      "TILE_URL must be an http or https address containing {z}, {x} and {y}, such as https://tiles.example.org/{z}/{x}/{y}.png.",
    )
    .optional(),
  TILE_ATTRIBUTION: z
    .string()
    .max(500, "TILE_ATTRIBUTION must be at most 500 characters.")
    .optional(),
  PUBLIC_ORIGIN: z
    .string()
    .refine(
      isOrigin,
      "PUBLIC_ORIGIN must be the public address without a path or a final slash, such as https://cameras.example.org.",
    )
    .optional(),
  ...accountVariables,
  PAGE_MEMORY_MB: wholeBetween(1, 65_536, "PAGE_MEMORY_MB").default(64),
  PAGE_DISK_MB: wholeBetween(1, 1_048_576, "PAGE_DISK_MB").default(512),
  TILE_DISK_MB: wholeBetween(1, 1_048_576, "TILE_DISK_MB").default(256),
  FILE_DISK_MB: wholeBetween(1, 1_048_576, "FILE_DISK_MB").default(2048),
});

const schema = variables.superRefine((given, context) => {
  const message = missingCompanion(given);
  if (message !== undefined) context.addIssue({ code: "custom", message });
});

export interface Environment extends AccountSettings {
  readonly port: number;
  readonly host: string;
  /** Absent: the product starts its own PostgreSQL. */
  readonly databaseUrl: string | undefined;
  /** The owner of the tables, when the application is to be another role; only beside `databaseUrl`. */
  readonly migrationDatabaseUrl: string | undefined;
  /** The key that signs the log's checkpoints; absent: the one in the data folder. */
  readonly logSigningKey: string | undefined;
  /** Absolute; absent: the standard output. */
  readonly securityLog: string | undefined;
  /** Absolute. */
  readonly dataFolder: string;
  readonly tileUrl: string | undefined;
  readonly tileAttribution: string | undefined;
  readonly publicOrigin: string | undefined;
  readonly pageMemoryBytes: number;
  readonly pageDiskBytes: number;
  readonly tileDiskBytes: number;
  readonly fileDiskBytes: number;
}

/** One sentence that names the variable and what is expected; never the value, which may be secret. */
export class MalformedEnvironment extends Error {}

/** An empty variable counts as absent. */
export function readEnvironment(
  source: Readonly<Record<string, string | undefined>> = process.env,
): Environment {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    throw new MalformedEnvironment(parsed.error.issues[0]?.message ?? "Malformed environment.");
  }
  const values = parsed.data;
  if (values.MIGRATION_DATABASE_URL !== undefined && values.DATABASE_URL === undefined) {
    throw new MalformedEnvironment(
      "MIGRATION_DATABASE_URL names the owner of a database of your own: set DATABASE_URL as well.",
    );
  }
  return {
    port: values.PORT,
    host: values.HOST,
    databaseUrl: values.DATABASE_URL,
    migrationDatabaseUrl: values.MIGRATION_DATABASE_URL,
    logSigningKey: values.LOG_SIGNING_KEY,
    securityLog: values.SECURITY_LOG === undefined ? undefined : path.resolve(values.SECURITY_LOG),
    dataFolder: path.resolve(values.CONTRECHAMP_DATA_FOLDER),
    tileUrl: values.TILE_URL,
    tileAttribution: values.TILE_ATTRIBUTION,
    publicOrigin: values.PUBLIC_ORIGIN,
    ...accountSettings(values),
    pageMemoryBytes: values.PAGE_MEMORY_MB * MEGABYTE,
    pageDiskBytes: values.PAGE_DISK_MB * MEGABYTE,
    tileDiskBytes: values.TILE_DISK_MB * MEGABYTE,
    fileDiskBytes: values.FILE_DISK_MB * MEGABYTE,
  };
}

/** Next and React choose their production code by this variable, before they are first imported. */
export function announceProduction(): void {
  Object.assign(process.env, { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" });
}

export function announceDevelopment(): void {
  Object.assign(process.env, { NODE_ENV: "development", NEXT_TELEMETRY_DISABLED: "1" });
}

/** Our own address, known once the port is: the sign-in library makes its addresses from it. */
export function announceAddress(address: string): void {
  process.env.NEXTAUTH_URL = address;
}

/** Where links in messages lead: never taken from a request, whose Host anyone can write. */
export function ownAddress({ publicOrigin, host, port }: Environment): string {
  return publicOrigin ?? process.env.NEXTAUTH_URL ?? addressOn(host, port);
}

export function addressOn(host: string, port: number): string {
  const shown = host === "0.0.0.0" || host === "::" ? "localhost" : host;
  return `http://${shown.includes(":") ? `[${shown}]` : shown}:${port}`;
}

const SECRETS = [
  "DATABASE_URL",
  "MIGRATION_DATABASE_URL",
  "LOG_SIGNING_KEY",
  "NODE_OPTIONS",
  "ACCOUNT_KEY",
  "SMTP_URL",
  "OIDC_CLIENT_SECRET",
];

/** What a child process (build, code generation, PostgreSQL) is given of our own environment. */
export function childEnvironment(extra: Record<string, string> = {}): NodeJS.ProcessEnv {
  const rest = { ...process.env };
  for (const name of SECRETS) delete rest[name];
  return { ...rest, NEXT_TELEMETRY_DISABLED: "1", ...extra };
}
