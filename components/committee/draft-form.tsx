import { useTranslations } from "next-intl";
import { Button, PostForm } from "#components/ui/form.tsx";
import {
  evaluationObjectKinds,
  opinions,
  ratedAspects,
  ratingLevels,
} from "#domain/evaluation/evaluation-content.ts";
import { checklistAnswers, checklistItems } from "#domain/evaluation/statutory-checklist.ts";
import { Autosave } from "./autosave.tsx";
import styles from "./committee.module.css";
import { type DeskProps, deedAddress } from "./committee-props.ts";
import { Group, LongField, SelectField, TextField } from "./desk-fields.tsx";
import { type DraftFields, emptyRows, fieldsOfContent } from "./draft-fields.ts";

/** The draft as a form: saved by hand, and by itself while it is written. */
export function DraftForm({ page, newKey }: DeskProps) {
  const t = useTranslations("committee");
  const { working, city, slug, aside } = page;
  if (!working) return null;
  const fields = fieldsOfContent(aside?.merged ?? working.content);
  const { figures, recommendations } = aside?.merged ?? working.content;
  return (
    <PostForm
      action={deedAddress(city.slug, slug, "save")}
      hidden={{ requestKey: newKey(), seen: String(working.saves) }}
    >
      <div className={styles.form} data-autosave={deedAddress(city.slug, slug, "autosave")}>
        <Heading fields={fields} />
        <LongField
          name="body"
          label={t("draft.body")}
          hint={t("draft.bodyHint")}
          value={fields.body}
          size="long"
        />
        <Ratings fields={fields} />
        <Figures
          fields={fields}
          rows={figures.length + emptyRows}
          release={String(city.latestRelease)}
        />
        <Recommendations fields={fields} rows={recommendations.length + emptyRows} />
        <Checklist fields={fields} />
        <div className={styles.deeds}>
          <Button>{t("draft.save")}</Button>
        </div>
        <Autosave
          words={{
            saved: t("draft.autosaved"),
            failed: t("draft.autosaveFailed"),
            conflict: t("draft.autosaveConflict"),
          }}
        />
      </div>
    </PostForm>
  );
}

function Heading({ fields }: { fields: DraftFields }) {
  const t = useTranslations("committee.draft");
  const kinds = useTranslations("committee.objectKinds");
  const words = useTranslations("evaluations.opinion");
  return (
    <>
      <TextField name="title" label={t("title")} value={fields.title} required={true} />
      <div className={styles.pair}>
        <SelectField
          name="objectKind"
          label={t("objectKind")}
          value={fields.objectKind}
          options={evaluationObjectKinds.map((kind) => ({ value: kind, label: kinds(kind) }))}
        />
        <TextField
          name="objectReference"
          label={t("objectReference")}
          value={fields.objectReference}
        />
      </div>
      <Group legend={t("objective")}>
        <LongField
          name="objectiveText"
          label={t("objectiveText")}
          hint={t("objectiveHint")}
          value={fields.objectiveText}
        />
        <div className={styles.pair}>
          <TextField
            name="objectiveFixedOn"
            label={t("objectiveFixedOn")}
            type="date"
            value={fields.objectiveFixedOn}
          />
          <TextField
            name="objectiveIndicator"
            label={t("objectiveIndicator")}
            value={fields.objectiveIndicator}
          />
        </div>
      </Group>
      <SelectField
        name="opinion"
        label={t("opinion")}
        value={fields.opinion}
        empty={t("noOpinion")}
        options={opinions.map((opinion) => ({ value: opinion, label: words(opinion) }))}
      />
    </>
  );
}

function Ratings({ fields }: { fields: DraftFields }) {
  const t = useTranslations("evaluations.ratings");
  return ratedAspects.map((aspect) => (
    <Group key={aspect} legend={t(`aspects.${aspect}`)}>
      <SelectField
        name={`rating-${aspect}`}
        label={t("level")}
        value={fields[`rating-${aspect}`]}
        empty={t("notRated")}
        options={ratingLevels.map((level) => ({ value: level, label: t(`levels.${level}`) }))}
      />
      <LongField
        name={`reasons-${aspect}`}
        label={t("reasons")}
        value={fields[`reasons-${aspect}`]}
      />
    </Group>
  ));
}

function Figures({
  fields,
  rows,
  release,
}: {
  fields: DraftFields;
  rows: number;
  release: string;
}) {
  const t = useTranslations("committee.figure");
  return Array.from({ length: rows }, (_, place) => {
    const name = (part: string) => `figure-${place}-${part}`;
    return (
      <Group key={name("key")} legend={t("title", { number: place + 1 })}>
        <div className={styles.pair}>
          <TextField name={name("label")} label={t("label")} value={fields[name("label")]} />
          <TextField name={name("value")} label={t("value")} value={fields[name("value")]} />
          <TextField
            name={name("interval")}
            label={t("interval")}
            value={fields[name("interval")]}
          />
          <TextField name={name("period")} label={t("period")} value={fields[name("period")]} />
          <TextField
            name={name("page")}
            label={t("page")}
            hint={t("pageHint")}
            value={fields[name("page")]}
          />
          <TextField
            name={name("release")}
            label={t("release")}
            value={fields[name("release")] ?? release}
          />
          <TextField
            name={name("key")}
            label={t("key")}
            hint={t("keyHint")}
            value={fields[name("key")]}
          />
          <TextField
            name={name("definition")}
            label={t("definition")}
            value={fields[name("definition")]}
          />
        </div>
      </Group>
    );
  });
}

function Recommendations({ fields, rows }: { fields: DraftFields; rows: number }) {
  const t = useTranslations("committee.recommendation");
  return Array.from({ length: rows }, (_, place) => {
    const name = (part: string) => `recommendation-${place}-${part}`;
    return (
      <Group key={name("key")} legend={t("title", { number: place + 1 })}>
        <input type="hidden" name={name("key")} value={fields[name("key")] ?? ""} />
        <LongField name={name("text")} label={t("text")} value={fields[name("text")]} />
        <div className={styles.pair}>
          <TextField
            name={name("owner")}
            label={t("owner")}
            hint={t("ownerHint")}
            value={fields[name("owner")]}
          />
          <TextField
            name={name("dueOn")}
            label={t("dueOn")}
            type="date"
            value={fields[name("dueOn")]}
          />
        </div>
      </Group>
    );
  });
}

function Checklist({ fields }: { fields: DraftFields }) {
  const t = useTranslations("evaluations.checklist");
  return (
    <details>
      <summary>{t("title")}</summary>
      {checklistItems.map(({ code, reference }) => (
        <Group key={code} legend={`${t(`items.${code}`)} (${reference})`}>
          <div className={styles.pair}>
            <SelectField
              name={`answer-${code}`}
              label={t("answer")}
              value={fields[`answer-${code}`]}
              empty={t("unanswered")}
              options={checklistAnswers.map((answer) => ({
                value: answer,
                label: t(`answers.${answer}`),
              }))}
            />
            <TextField name={`note-${code}`} label={t("note")} value={fields[`note-${code}`]} />
          </div>
        </Group>
      ))}
    </details>
  );
}
