-- Hours for which operators watched a camera are time, not events, and concern no person: a year of them stands as counted,
-- in a table of its own. Of events, as before: no count of 1 to 4 can stand here, and no count of a camera.
ALTER TABLE protected_outcome
  DROP CONSTRAINT protected_outcome_table_is_known,
  ADD CONSTRAINT protected_outcome_table_is_known CHECK (table_code IN ('district-quarter', 'district-category',
    'district-result', 'district-year', 'city-category-result', 'city-category', 'city-result', 'city-month', 'city-year',
    'camera-year', 'camera-hours')),
  DROP CONSTRAINT protected_outcome_is_readable,
  ADD CONSTRAINT protected_outcome_is_readable CHECK (value IS NULL OR value >= 5 AND area_kind <> 'camera'
    OR table_code = 'camera-hours' AND value > 0),
  ADD CONSTRAINT protected_outcome_hours_are_of_a_camera_and_a_year CHECK (table_code <> 'camera-hours' OR
    area_kind = 'camera' AND period = year::text AND band_from IS NULL AND category IS NULL AND result IS NULL);
-- The hours of all cameras in a year are added up on each page of costs.
CREATE INDEX protected_outcome_hours_idx ON protected_outcome (city_id, year) WHERE table_code = 'camera-hours';
