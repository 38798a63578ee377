import { apiHandler } from "#server/handlers/api.ts";
import type { Versions } from "#server/http/published-versions.ts";
import { type RatePolicy, RequestRates } from "#server/http/request-rates.ts";
import { FrontStage } from "../server/front-stage.ts";

/** The front with the API alone behind it, on the database of the test. */
export async function openApiStage(given: { policy?: RatePolicy; origin?: string } = {}) {
  const stage = await FrontStage.open();
  let version = "1";
  const versions: Versions = { generation: 0, of: () => version, refresh: () => undefined };
  const policy = given.policy ?? { name: "api", requests: 1_000_000, seconds: 60 };
  const handler = apiHandler({
    versions,
    rates: new RequestRates(policy, Date.now),
    memoryBytes: 1e7,
    origin: given.origin ?? "",
    today: () => "2026-06-01",
  });
  stage.front.registerHandler("/api/v1", handler, "every");
  return {
    ask: (target: string, headers: Record<string, string> = {}, method = "GET") =>
      stage.request(target, headers, method),
    publish: (next: string) => {
      version = next;
    },
    close: () => stage.close(),
  };
}

export type ApiStage = Awaited<ReturnType<typeof openApiStage>>;
