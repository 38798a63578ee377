-- What else a study declares: the dated log of other measures, what each category weighs in harm and by which index, and, of a
-- study that was published as percentages, those.
ALTER TABLE effect_study
  ADD COLUMN other_measures text[],
  ADD COLUMN harm_weights text[],
  ADD COLUMN harm_source text,
  ADD COLUMN published_treated_change double precision,
  ADD COLUMN published_control_change double precision,
  ADD CONSTRAINT effect_study_harm_has_a_source CHECK ((harm_weights IS NULL) = (harm_source IS NULL)),
  ADD CONSTRAINT effect_study_percentages_are_two CHECK ((published_treated_change IS NULL) = (published_control_change IS NULL)),
  ADD CONSTRAINT effect_study_percentages_leave_something CHECK (published_treated_change > -100 AND published_control_change > -100);
