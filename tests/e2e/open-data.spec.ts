import { createHash } from "node:crypto";
import { expect, test } from "./product.ts";

test("JOU-10 a file is found on the city's page, and its bytes are those of the digest published", async ({
  page,
  request,
}) => {
  await page.goto("/ville-temoin/data");
  const link = page.getByRole("link", { name: "Caméras, CSV", exact: true });
  const address = (await link.getAttribute("href")) ?? "";
  const bytes = await (await request.get(address)).body();
  expect(bytes.toString().split("\r\n")).toHaveLength(402);
  const again = await request.get(address);
  expect((await again.body()).equals(bytes)).toBe(true);
  const sums = await request.get(address.replace("cameras.csv", "SHA256SUMS"));
  const digest = createHash("sha256").update(bytes).digest("hex");
  expect(await sums.text()).toContain(`${digest}  cameras.csv`);
  const told = await page.locator('script[type="application/ld+json"]').textContent();
  expect(JSON.parse(told ?? "")["@type"]).toBe("Dataset");
  const catalogue = await (await request.get("/data/catalog.jsonld")).json();
  expect(catalogue["@type"]).toBe("dcat:Catalog");
  expect(await (await request.get("/robots.txt")).text()).toContain("/sitemap.xml");
  expect(await (await request.get("/sitemap.xml")).text()).toContain("/en/ville-temoin/data</loc>");
});
