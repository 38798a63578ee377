import { answerFile, nothingThere } from "#app/_charts/answer-file.ts";
import type { ExhibitWords } from "#components/exhibit/exhibit-words.ts";
import { chartPng } from "#formats/chart/chart-png.ts";
import { bibtex } from "#formats/citation/bibtex.ts";
import { ris } from "#formats/citation/ris.ts";
import { exhibitCsv } from "#formats/exhibit/exhibit-csv.ts";
import { exhibitCard, exhibitPicture } from "#formats/exhibit/exhibit-picture.ts";
import type { FileKind } from "./exhibit-addresses.ts";
import { type Shown, showExhibit } from "./show-exhibit.ts";
import {
  citationOf,
  exhibitWords,
  permanentAddress,
  pictureWords,
  sourceSentence,
} from "./word-exhibit.ts";

const look = { width: 800, height: 450, scheme: "light" } as const;
/** The longer ending first: "x.card.png" is no picture of "x.card". */
const kinds = ["card.svg", "card.png", "svg", "png", "csv", "bib", "ris"] as const;

/** A file of an exhibit: "cameras.png", "districts/VT03.csv", "outcomes/requests.bib". */
export async function answerExhibitFile(
  locale: string,
  asked: { city: string; name: readonly string[]; release: number | undefined },
): Promise<Response> {
  const last = asked.name.at(-1) ?? "";
  const kind = kinds.find(
    (ending) => last.endsWith(`.${ending}`) && last.length > ending.length + 1,
  );
  if (!kind) return nothingThere();
  const name = [...asked.name.slice(0, -1), last.slice(0, -kind.length - 1)];
  const words = await exhibitWords(locale);
  const shown = await showExhibit({ ...asked, name }, words);
  return shown ? fileOf(shown, kind, words) : nothingThere();
}

async function fileOf(shown: Shown, kind: FileKind, words: ExhibitWords): Promise<Response> {
  const file = { filename: filenameOf(shown, kind) };
  switch (kind) {
    case "csv":
      return answerFile(csvOf(shown, words), {
        ...file,
        type: "text/csv; charset=utf-8",
        isDownload: true,
      });
    case "bib":
      return answerFile(bibtex(citationOf(shown, words)), {
        ...file,
        type: "application/x-bibtex; charset=utf-8",
        isDownload: true,
      });
    case "ris":
      return answerFile(ris(citationOf(shown, words)), {
        ...file,
        type: "application/x-research-info-systems; charset=utf-8",
        isDownload: true,
      });
    default: {
      const draw = kind.startsWith("card") ? exhibitCard : exhibitPicture;
      const { svg } = draw(shown.exhibit, pictureWords(shown, words), look);
      return kind.endsWith("svg")
        ? answerFile(svg, { ...file, type: "image/svg+xml; charset=utf-8" })
        : answerFile(new Uint8Array(await chartPng(svg)), { ...file, type: "image/png" });
    }
  }
}

function csvOf(shown: Shown, words: ExhibitWords): string {
  const { t, locale } = words;
  const own = (key: string) => t(`exhibit.columns.${key}`);
  const charts = (key: string) => t(`charts.columns.${key}`);
  const headings = {
    item: own("item"),
    value: charts("value"),
    low: charts("low"),
    high: charts("high"),
    words: charts("words"),
    unit: own("unit"),
    source: own("source"),
    version: own("version"),
    address: own("address"),
  };
  return exhibitCsv(shown.exhibit, headings, {
    source: sourceSentence(shown, words),
    version: String(shown.city.release),
    address: permanentAddress(shown, locale),
  });
}

/** ASCII, as a header wants it: "ville-temoin-outcomes-requests-v3.csv". */
function filenameOf({ address, city }: Shown, kind: FileKind): string {
  const stem = [address.city, ...address.name].join("-").replace(/[^A-Za-z0-9-]+/g, "-");
  return `${stem}-v${city.release}.${kind}`;
}
