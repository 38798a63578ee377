import { nothingThere } from "#app/_charts/answer-file.ts";
import { isLocale } from "#app/_i18n/locales.ts";
import { askedRelease } from "#app/_release/asked-release.ts";
import { answerWorkbook } from "#app/_workbook/answer-workbook.ts";
import { voteCardWorkbook } from "#app/_workbook/place-workbooks.ts";
import { proposalFields } from "#domain/indicator/vote-proposal.ts";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ locale: string; city: string }> };

/** The card of a proposed camera as a workbook, of what the address holds. Kept by nobody: each is asked once. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale, city } = await params;
  const { searchParams } = new URL(request.url);
  const asked = Promise.resolve(Object.fromEntries(searchParams));
  const entered = Object.fromEntries(
    proposalFields.flatMap((field) => {
      const value = searchParams.get(field)?.slice(0, 400) ?? "";
      return value === "" ? [] : [[field, value]];
    }),
  );
  if (!isLocale(locale)) return nothingThere();
  const made = await voteCardWorkbook(locale, city, entered, await askedRelease(asked));
  if (!made) return nothingThere();
  const path = `/${city}/before-you-vote`;
  return answerWorkbook(made, { locale, path, choices: entered, name: "before-you-vote" });
}
