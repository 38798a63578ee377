import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { address, command, expect, test } from "./product.ts";

test("DAT-1, DAT-2, DAT-3 a file is tried, imported, seen at once, imported again, and undone", async ({
  page,
}) => {
  const folder = await mkdtemp(path.join(tmpdir(), "contrechamp-officer-"));
  const file = path.join(folder, "cameras_2026-05-14.csv");
  const city = ["--city", "essai"];
  const read = async (given: string[]) => {
    const { code, out } = await command(
      "import",
      file,
      ...city,
      "--as",
      "cameras",
      "--json",
      ...given,
    );
    return { code, report: JSON.parse(out) };
  };
  const named = [
    "--name",
    "Essai",
    "--country",
    "FR",
    "--timezone",
    "Europe/Paris",
    "--currency",
    "EUR",
  ];
  expect(await command("city", "add", "essai", ...named)).toMatchObject({ code: 0 });

  await writeFile(
    file,
    "numéro;lieu;date d’installation;statut\n1;Place A;31/02/2019;en service\n",
  );
  expect(await read(["--dry-run"])).toMatchObject({
    code: 1,
    report: {
      outcome: "refused",
      created: 0,
      rejected: 1,
      errors: [{ line: 2, column: "installed_on", value: "31/02/2019", reason: "no-such-day" }],
    },
  });

  await writeFile(
    file,
    "numéro;lieu;date d’installation;statut\n1;Place A;28/02/2019;en service\n",
  );
  expect(await read(["--dry-run"])).toMatchObject({
    code: 0,
    report: { outcome: "dry-run", created: 1 },
  });
  expect((await page.goto("/essai/cameras/1"))?.status()).toBe(404);

  expect(await read([])).toMatchObject({
    code: 0,
    report: { outcome: "applied", created: 1, release: 1 },
  });
  await expect(async () => {
    await page.goto("/essai/cameras/1");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Place A", { timeout: 500 });
  }).toPass();
  await expect(page.getByText("28 février 2019").first()).toBeVisible();
  expect(await read([])).toMatchObject({
    code: 0,
    report: { outcome: "nothing-to-do", unchanged: 1 },
  });

  expect(await command("import", ...city, "--undo", "last")).toMatchObject({ code: 0 });
  await expect(async () => {
    expect((await fetch(`${address}/essai/cameras/1`)).status).toBe(404);
  }).toPass();
  await rm(folder, { recursive: true });
});

test("a command written wrongly says how to write it, with exit code 2", async () => {
  for (const given of [[], ["x.csv"], ["x.csv", "--city", "a", "--as", "none"], ["--nonsense"]]) {
    const { code, errors } = await command("import", ...given);
    expect({ given, code }).toEqual({ given, code: 2 });
    expect(errors).toContain("npm run import --");
  }
  const { code, out } = await command("import", "--list");
  expect(code).toBe(0);
  expect(out).toContain("paris-pvpp");
});

test("a file that is not there is refused as an object for machines, with exit code 1", async () => {
  const given = ["none.csv", "--city", "ville-temoin", "--as", "cameras", "--json"];
  const { code, out } = await command("import", ...given);
  expect(code).toBe(1);
  expect(JSON.parse(out)).toMatchObject({
    outcome: "refused",
    created: 0,
    errors: [{ line: null, reason: "no-such-file" }],
  });
});
