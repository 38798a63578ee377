-- What a ledger line may say besides its amount: its function, its payee's number, the key that shares it; and of a grant its
-- scheme, what was notified beside what was paid, the spending that it takes into account and for how many cameras. All
-- optional: lines that stand are as they were, and so are their hashes.
ALTER TABLE cost_line
  ADD COLUMN function_code text,
  ADD COLUMN payee_siret text CONSTRAINT cost_payee_siret_has_fourteen_digits CHECK (payee_siret ~ '^[0-9]{14}$'),
  ADD COLUMN allocation_key text
    CONSTRAINT cost_allocation_key_is_known CHECK (allocation_key IN ('camera-months', 'equal', 'hours')),
  ADD COLUMN operation text,
  ADD COLUMN grant_scheme text,
  ADD COLUMN grant_notified_cents bigint CONSTRAINT cost_grant_notified_is_not_negative CHECK (grant_notified_cents >= 0),
  ADD COLUMN grant_eligible_cents bigint CONSTRAINT cost_grant_eligible_is_not_negative CHECK (grant_eligible_cents >= 0),
  ADD COLUMN grant_cameras integer CONSTRAINT cost_grant_cameras_is_plausible CHECK (grant_cameras BETWEEN 1 AND 100000);
