import { useTranslations } from "next-intl";
import styles from "./press.module.css";

export type Option = { value: string; label: string };

export type PressChoices = {
  city: string;
  figure: string;
  camera: string;
  /** "" for a live figure. */
  release: string;
  language: string;
  theme: string;
  width: number;
};

export type PressFormProps = {
  /** Where the form leads: this page. */
  action: string;
  choices: PressChoices;
  figures: readonly { group: string; options: readonly Option[] }[];
  releases: readonly Option[];
};

/** What to show, how, in which language: a plain form, whose answer is the address of this page. */
export function PressForm({ action, choices, figures, releases }: PressFormProps) {
  const t = useTranslations("press");
  return (
    <form action={action} method="get" className={styles.form}>
      <input type="hidden" name="city" value={choices.city} />
      <div className={styles.wide}>
        <label htmlFor="figure">{t("figure")}</label>
        <select id="figure" name="figure" defaultValue={choices.figure}>
          {figures.map(({ group, options }) => (
            <optgroup key={group} label={t(`groups.${group}`)}>
              <Options options={options} />
            </optgroup>
          ))}
        </select>
      </div>
      <div>
        <label htmlFor="camera">{t("camera")}</label>
        <input
          id="camera"
          name="camera"
          defaultValue={choices.camera}
          maxLength={200}
          autoComplete="off"
          spellCheck={false}
        />
      </div>
      <Choice
        name="release"
        label={t("release")}
        chosen={choices.release}
        options={[{ value: "", label: t("live") }, ...releases]}
      />
      <Choice
        name="language"
        label={t("language")}
        chosen={choices.language}
        options={["fr", "en"].map((value) => ({ value, label: t(`languages.${value}`) }))}
      />
      <Choice
        name="theme"
        label={t("theme")}
        chosen={choices.theme}
        options={["auto", "light", "dark"].map((value) => ({ value, label: t(`themes.${value}`) }))}
      />
      <div>
        <label htmlFor="width">{t("width")}</label>
        <input
          id="width"
          name="width"
          type="number"
          min={280}
          max={1200}
          defaultValue={choices.width}
        />
      </div>
      <div className={styles.end}>
        <button type="submit">{t("show")}</button>
      </div>
    </form>
  );
}

function Choice(props: {
  name: string;
  label: string;
  chosen: string;
  options: readonly Option[];
}) {
  const { name, label, chosen, options } = props;
  return (
    <div>
      <label htmlFor={name}>{label}</label>
      <select id={name} name={name} defaultValue={chosen}>
        <Options options={options} />
      </select>
    </div>
  );
}

function Options({ options }: { options: readonly Option[] }) {
  return options.map(({ value, label }) => (
    <option key={value} value={value}>
      {label}
    </option>
  ));
}
