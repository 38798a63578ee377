import type { ApiForm } from "#domain/dataset/api/common-parameters.ts";
import { mediaTypes } from "#domain/dataset/api/openapi.ts";

/** What a range of media types gives each form; a more precise range wins over a wider one (RFC 9110 §12.5.1). */
function weightOf(form: ApiForm, ranges: readonly { type: string; weight: number }[]): number {
  const exact = mediaTypes[form];
  const wanted = [exact, `${exact.split("/")[0]}/*`, "*/*"];
  for (const type of wanted) {
    const range = ranges.find((known) => known.type === type);
    if (range) return range.weight;
  }
  return 0;
}

/** The form to answer in: the usual one where nothing is preferred; undefined where none is accepted. */
export function negotiateForm(
  forms: readonly ApiForm[],
  accept: string | undefined,
): ApiForm | undefined {
  if (accept === undefined || accept.trim() === "") return forms[0];
  const ranges = accept
    .slice(0, 2_000)
    .toLowerCase()
    .split(",")
    .map((item) => {
      const [type = "", ...parameters] = item.split(";").map((part) => part.trim());
      const given = parameters.find((parameter) => parameter.startsWith("q="))?.slice(2);
      const weight = given === undefined ? 1 : Number(given);
      return { type, weight: Number.isFinite(weight) ? weight : 0 };
    });
  const weighed = forms.map((form) => ({ form, weight: weightOf(form, ranges) }));
  const best = Math.max(...weighed.map(({ weight }) => weight));
  return best > 0 ? weighed.find(({ weight }) => weight === best)?.form : undefined;
}
