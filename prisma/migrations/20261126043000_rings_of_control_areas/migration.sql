-- The ring around the control areas of a study: what happened in the ring of the treated area is held against it.
ALTER TABLE effect_study ADD COLUMN control_ring text[] NOT NULL DEFAULT '{}';
