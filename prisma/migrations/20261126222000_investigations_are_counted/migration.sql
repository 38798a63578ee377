-- Investigations of an area, of which some owe a lead or evidence to footage: what published contribution rates are rates of.
ALTER TABLE outcome_definition DROP CONSTRAINT outcome_funnel_is_known;
ALTER TABLE outcome_definition ADD CONSTRAINT outcome_funnel_is_known CHECK (funnel IN ('footage-review',
  'live-monitoring', 'video-fines', 'rights', 'recorded-offences', 'investigations', 'availability'));
