import { useTranslations } from "next-intl";
import {
  CitationFields,
  type ExhibitSheetProps,
  FileLinks,
} from "#components/exhibit/exhibit-sheet.tsx";
import { Article, ArticleSection } from "#components/layout/article.tsx";
import { type Choice, Choices } from "#components/ui/choices.tsx";
import { CopyField } from "#components/ui/copy-field.tsx";
import styles from "./press.module.css";
import { PressForm, type PressFormProps } from "./press-form.tsx";

export type Built = {
  title: string;
  /** Of the frame in the preview: on this site, and its size. */
  frame: { path: string; width: number; height: number };
  /** Whole address, and the two ways to put it into a page. */
  codes: { address: string; iframe: string; script: string };
  cite: ExhibitSheetProps["cite"];
  files: readonly { label: string; href: string }[];
  /** The figure's own page. */
  page: string;
};

export type PressSheetProps = {
  cities: readonly Choice[];
  form: PressFormProps;
  /** Undefined when there is no such figure. */
  built: Built | undefined;
};

/** The builder: choose, see, copy. */
export function PressSheet({ cities, form, built }: PressSheetProps) {
  const t = useTranslations("press");
  return (
    <Article title={t("title")} standfirst={<p>{t("standfirst")}</p>}>
      <ArticleSection id="choose" title={t("form")}>
        {cities.length > 1 && <Choices label={t("city")} choices={cities} />}
        <PressForm {...form} />
      </ArticleSection>
      <ArticleSection id="preview" title={t("preview")}>
        {built ? <Preview built={built} /> : <p role="status">{t("absent")}</p>}
      </ArticleSection>
      {built && <Taken built={built} />}
    </Article>
  );
}

function Preview({ built: { title, frame } }: { built: Built }) {
  const t = useTranslations("press");
  return (
    <div className={styles.preview}>
      <iframe
        src={frame.path}
        title={t("previewTitle", { title })}
        width={frame.width}
        height={frame.height}
      />
      <script async={true} src="/embed.js" />
    </div>
  );
}

function Taken({ built }: { built: Built }) {
  const t = useTranslations("press");
  const words = { copy: t("copy"), copied: t("copied") };
  const { codes } = built;
  return (
    <>
      <ArticleSection id="embed" title={t("code.title")}>
        <CopyField label={t("code.script")} value={codes.script} words={words} />
        <p className={styles.note}>{t("code.scriptNote")}</p>
        <CopyField label={t("code.iframe")} value={codes.iframe} words={words} />
        <CopyField label={t("code.address")} value={codes.address} words={words} />
        <p className={styles.note}>
          {t("code.oembed")} <a href={built.page}>{t("permanent")}</a>
        </p>
      </ArticleSection>
      <ArticleSection id="cite" title={t("cite")}>
        <CitationFields {...built.cite} />
      </ArticleSection>
      <ArticleSection id="take" title={t("take")}>
        <FileLinks files={built.files} />
      </ArticleSection>
    </>
  );
}
