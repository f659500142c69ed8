-- The audit trail is read by period and, within one, in the order of its entries.

CREATE INDEX audit_trail_at ON audit_trail (at);
