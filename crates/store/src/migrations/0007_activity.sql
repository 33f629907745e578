-- What leads from an object to its entries of the log, and what keeps its questions quick.

CREATE TABLE audit_subjects (
    chain {text} NOT NULL,
    subject_id {id} NOT NULL,
    sequence {number} NOT NULL,
    -- Whether it decides who may see the entry.
    principal {flag} NOT NULL,
    CONSTRAINT audit_subjects_chain_subject_id_sequence PRIMARY KEY (chain, subject_id, sequence)
) {clustered};
DROP INDEX audit_events_by_target;

CREATE INDEX audit_events_by_time ON audit_events (chain, at, sequence);
CREATE INDEX audit_events_by_action ON audit_events (chain, action, sequence, at);

-- The newest sealed place of each chain. The key of the seal is not in the database.
CREATE TABLE audit_checkpoints (
    chain {text} NOT NULL REFERENCES audit_chains (chain),
    sequence {number} NOT NULL,
    hash {bytes} NOT NULL,
    at {moment} NOT NULL,
    seal {bytes} NOT NULL,
    CONSTRAINT audit_checkpoints_chain PRIMARY KEY (chain)
) {clustered};
