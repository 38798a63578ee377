/**
 * Our server opens the database before it prepares Next. Under Next's own commands nobody has:
 * the address of the environment is used then.
 */
export async function register(): Promise<void> {
  // biome-ignore lint/style/noProcessEnv: Next replaces it when it builds for its other runtime.
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { readEnvironment } = await import("#environment");
    const address = readEnvironment().databaseUrl;
    if (address === undefined) return;
    const { openDatabase } = await import("#persistence/database.ts");
    openDatabase(address);
  }
}
