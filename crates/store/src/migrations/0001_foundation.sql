-- The first schema, for both databases. The words in braces are filled in per database by
-- migrations.rs: types, the ordering of text (bytes, on both), and how SQLite lays out a table.
--
-- Rules: every row of a customer has customer_id in its key and in its foreign keys; moments are
-- microseconds; ids are 36 characters; a unique key is named <table>_<columns>, which is what both
-- databases report when it is violated.

CREATE TABLE customers (
    {row_id}
    id {id} NOT NULL,
    number {text} NOT NULL,
    name {text} NOT NULL,
    alias {text},
    mode {text} NOT NULL CHECK (mode IN ('live', 'test')),
    acquirer_agreement {flag} NOT NULL,
    created_at {moment} NOT NULL,
    CONSTRAINT customers_id {key} (id),
    CONSTRAINT customers_number UNIQUE (number)
) {table};

CREATE TABLE users (
    id {id} NOT NULL,
    kind {text} NOT NULL CHECK (kind IN ('verified', 'unverified')),
    sign_in_name {text} NOT NULL,
    sign_in_name_folded {text} NOT NULL,
    given_name {text} NOT NULL,
    family_name {text} NOT NULL,
    language {text} NOT NULL,
    operator {flag} NOT NULL,
    last_sign_in_at {moment},
    locked_until {moment},
    password_changed_at {moment},
    created_at {moment} NOT NULL,
    CONSTRAINT users_id PRIMARY KEY (id),
    CONSTRAINT users_sign_in_name_folded UNIQUE (sign_in_name_folded)
) {clustered};

CREATE TABLE roles (
    customer_id {id} NOT NULL REFERENCES customers (id),
    id {id} NOT NULL,
    built_in {text},
    name {text},
    name_folded {text},
    created_at {moment} NOT NULL,
    CONSTRAINT roles_customer_id_id PRIMARY KEY (customer_id, id),
    CONSTRAINT roles_customer_id_built_in UNIQUE (customer_id, built_in),
    CONSTRAINT roles_customer_id_name_folded UNIQUE (customer_id, name_folded),
    CHECK ((built_in IS NULL) <> (name IS NULL)),
    CHECK ((name IS NULL) = (name_folded IS NULL))
) {clustered};

CREATE TABLE role_permissions (
    customer_id {id} NOT NULL,
    role_id {id} NOT NULL,
    permission {text} NOT NULL,
    CONSTRAINT role_permissions_customer_id_role_id_permission
        PRIMARY KEY (customer_id, role_id, permission),
    FOREIGN KEY (customer_id, role_id) REFERENCES roles (customer_id, id) ON DELETE CASCADE
) {clustered};

CREATE TABLE locations (
    customer_id {id} NOT NULL REFERENCES customers (id),
    id {id} NOT NULL,
    name {text} NOT NULL,
    website {text},
    street {text},
    postcode {text},
    city {text},
    country {text},
    sort_name {text} NOT NULL,
    search_text {text} NOT NULL,
    created_at {moment} NOT NULL,
    CONSTRAINT locations_customer_id_id PRIMARY KEY (customer_id, id)
) {clustered};
CREATE INDEX locations_by_name ON locations (customer_id, sort_name, id);

CREATE TABLE terminals (
    customer_id {id} NOT NULL,
    id {id} NOT NULL,
    location_id {id} NOT NULL,
    number {text} NOT NULL,
    name {text} NOT NULL,
    kind {text} NOT NULL CHECK (kind IN ('point_of_sale', 'webshop', 'pay_gate', 'moto')),
    created_at {moment} NOT NULL,
    CONSTRAINT terminals_customer_id_id PRIMARY KEY (customer_id, id),
    CONSTRAINT terminals_customer_id_number UNIQUE (customer_id, number),
    FOREIGN KEY (customer_id, location_id) REFERENCES locations (customer_id, id)
) {clustered};
CREATE INDEX terminals_by_location ON terminals (customer_id, location_id, number);

-- The names are those that the inviter entered. They are shown until the person accepts, so that
-- nobody learns the name of a stranger by inviting their address.
CREATE TABLE memberships (
    customer_id {id} NOT NULL REFERENCES customers (id),
    user_id {id} NOT NULL REFERENCES users (id),
    given_name {text} NOT NULL,
    family_name {text} NOT NULL,
    language {text} NOT NULL,
    origin {text} NOT NULL CHECK
        (origin IN ('administrator', 'operator', 'import', 'scim', 'legacy', 'api_key')),
    scope_kind {text} NOT NULL CHECK (scope_kind IN ('all', 'only', 'none_yet')),
    accepted_at {moment},
    deactivated_at {moment},
    deleted_at {moment},
    created_at {moment} NOT NULL,
    created_by {id},
    version {number} NOT NULL CHECK (version > 0),
    CONSTRAINT memberships_customer_id_user_id PRIMARY KEY (customer_id, user_id)
) {clustered};
CREATE INDEX memberships_by_user ON memberships (user_id, customer_id);

CREATE TABLE membership_roles (
    customer_id {id} NOT NULL,
    user_id {id} NOT NULL,
    role_id {id} NOT NULL,
    CONSTRAINT membership_roles_customer_id_user_id_role_id
        PRIMARY KEY (customer_id, user_id, role_id),
    FOREIGN KEY (customer_id, user_id) REFERENCES memberships (customer_id, user_id) ON DELETE CASCADE,
    FOREIGN KEY (customer_id, role_id) REFERENCES roles (customer_id, id)
) {clustered};
CREATE INDEX membership_roles_by_role ON membership_roles (customer_id, role_id, user_id);

CREATE TABLE membership_locations (
    customer_id {id} NOT NULL,
    user_id {id} NOT NULL,
    location_id {id} NOT NULL,
    CONSTRAINT membership_locations_customer_id_user_id_location_id
        PRIMARY KEY (customer_id, user_id, location_id),
    FOREIGN KEY (customer_id, user_id) REFERENCES memberships (customer_id, user_id) ON DELETE CASCADE,
    FOREIGN KEY (customer_id, location_id) REFERENCES locations (customer_id, id)
) {clustered};
CREATE INDEX membership_locations_by_location
    ON membership_locations (customer_id, location_id, user_id);

CREATE TABLE invitations (
    customer_id {id} NOT NULL,
    id {id} NOT NULL,
    user_id {id} NOT NULL,
    token_hash {bytes} NOT NULL,
    created_at {moment} NOT NULL,
    created_by {id},
    expires_at {moment} NOT NULL,
    opened_at {moment},
    spent_at {moment},
    superseded_at {moment},
    CONSTRAINT invitations_customer_id_id PRIMARY KEY (customer_id, id),
    CONSTRAINT invitations_token_hash UNIQUE (token_hash),
    FOREIGN KEY (customer_id, user_id) REFERENCES memberships (customer_id, user_id) ON DELETE CASCADE
) {clustered};
CREATE UNIQUE INDEX invitations_customer_id_user_id
    ON invitations (customer_id, user_id) WHERE superseded_at IS NULL;
CREATE INDEX invitations_by_user ON invitations (customer_id, user_id, created_at);

CREATE TABLE password_credentials (
    user_id {id} NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    password_hash {text} NOT NULL,
    changed_at {moment} NOT NULL,
    CONSTRAINT password_credentials_user_id PRIMARY KEY (user_id)
) {clustered};

CREATE TABLE password_history (
    user_id {id} NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    sequence {number} NOT NULL,
    password_hash {text} NOT NULL,
    changed_at {moment} NOT NULL,
    CONSTRAINT password_history_user_id_sequence PRIMARY KEY (user_id, sequence)
) {clustered};

CREATE TABLE devices (
    id {id} NOT NULL,
    user_id {id} NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    name {text} NOT NULL,
    key_thumbprint {text} NOT NULL,
    created_at {moment} NOT NULL,
    last_seen_at {moment} NOT NULL,
    CONSTRAINT devices_id PRIMARY KEY (id),
    CONSTRAINT devices_user_id_key_thumbprint UNIQUE (user_id, key_thumbprint)
) {clustered};

CREATE TABLE sessions (
    id {id} NOT NULL,
    user_id {id} NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    device_id {id} NOT NULL REFERENCES devices (id) ON DELETE CASCADE,
    key_thumbprint {text} NOT NULL,
    access_hash {bytes} NOT NULL,
    access_expires_at {moment} NOT NULL,
    refresh_hash {bytes} NOT NULL,
    previous_refresh_hash {bytes},
    successor_used {flag} NOT NULL,
    refreshed_at {moment} NOT NULL,
    created_at {moment} NOT NULL,
    expires_at {moment} NOT NULL,
    ended_at {moment},
    CONSTRAINT sessions_id PRIMARY KEY (id),
    CONSTRAINT sessions_access_hash UNIQUE (access_hash),
    CONSTRAINT sessions_refresh_hash UNIQUE (refresh_hash)
) {clustered};
CREATE INDEX sessions_by_user ON sessions (user_id, created_at);
CREATE INDEX sessions_by_device ON sessions (device_id);
CREATE INDEX sessions_by_expiry ON sessions (expires_at);

-- Refresh tokens that were traded in. One that comes back names its session.
CREATE TABLE spent_refresh_tokens (
    token_hash {bytes} NOT NULL,
    session_id {id} NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    spent_at {moment} NOT NULL,
    CONSTRAINT spent_refresh_tokens_token_hash PRIMARY KEY (token_hash)
) {clustered};
CREATE INDEX spent_refresh_tokens_by_session ON spent_refresh_tokens (session_id);

CREATE TABLE proof_ids (
    proof_hash {bytes} NOT NULL,
    expires_at {moment} NOT NULL,
    CONSTRAINT proof_ids_proof_hash PRIMARY KEY (proof_hash)
) {clustered};
CREATE INDEX proof_ids_by_expiry ON proof_ids (expires_at);

CREATE TABLE sign_in_attempts (
    user_id {id} NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    bucket {text} NOT NULL,
    failures {number} NOT NULL,
    last_failed_at {moment},
    locked_until {moment},
    CONSTRAINT sign_in_attempts_user_id_bucket PRIMARY KEY (user_id, bucket)
) {clustered};

-- One row per chain: a customer, or '' for events without one. It is locked while an entry is
-- appended, so that a chain never forks.
CREATE TABLE audit_chains (
    chain {text} NOT NULL,
    sequence {number} NOT NULL,
    hash {bytes} NOT NULL,
    CONSTRAINT audit_chains_chain PRIMARY KEY (chain)
) {clustered};

CREATE TABLE audit_events (
    chain {text} NOT NULL REFERENCES audit_chains (chain),
    sequence {number} NOT NULL,
    id {id} NOT NULL,
    at {moment} NOT NULL,
    actor_id {id},
    action {text} NOT NULL,
    target_id {id},
    commitment {bytes} NOT NULL,
    hash {bytes} NOT NULL,
    salt {bytes},
    details {text},
    CONSTRAINT audit_events_chain_sequence PRIMARY KEY (chain, sequence),
    CONSTRAINT audit_events_id UNIQUE (id)
) {clustered};
CREATE INDEX audit_events_by_target ON audit_events (chain, target_id, sequence);

CREATE TABLE outbox (
    id {id} NOT NULL,
    letter {text} NOT NULL,
    created_at {moment} NOT NULL,
    due_at {moment} NOT NULL,
    attempts {number} NOT NULL,
    last_error {text},
    sent_at {moment},
    failed_at {moment},
    CONSTRAINT outbox_id PRIMARY KEY (id)
) {clustered};
CREATE INDEX outbox_by_due ON outbox (due_at, id) WHERE sent_at IS NULL AND failed_at IS NULL;

CREATE TABLE idempotency_keys (
    caller {text} NOT NULL,
    key {text} NOT NULL,
    request_hash {bytes} NOT NULL,
    status {number},
    location {text},
    body {text},
    created_at {moment} NOT NULL,
    CONSTRAINT idempotency_keys_caller_key PRIMARY KEY (caller, key)
) {clustered};
CREATE INDEX idempotency_keys_by_age ON idempotency_keys (created_at);

CREATE TABLE service_clients (
    customer_id {id} NOT NULL REFERENCES customers (id),
    id {id} NOT NULL,
    name {text} NOT NULL,
    secret_hash {bytes} NOT NULL,
    created_at {moment} NOT NULL,
    revoked_at {moment},
    CONSTRAINT service_clients_customer_id_id PRIMARY KEY (customer_id, id),
    CONSTRAINT service_clients_secret_hash UNIQUE (secret_hash)
) {clustered};

-- What lists of users show, sort, filter and search: a read model of users, memberships, roles,
-- locations and invitations, rewritten by directory.rs in the transaction that changes them.
CREATE TABLE directory (
    {row_id}
    customer_id {id} NOT NULL,
    user_id {id} NOT NULL,
    version {number} NOT NULL,
    kind {text} NOT NULL,
    sign_in_name {text} NOT NULL,
    given_name {text} NOT NULL,
    family_name {text} NOT NULL,
    language {text} NOT NULL,
    origin {text} NOT NULL,
    scope_kind {text} NOT NULL,
    location_count {number} NOT NULL,
    role_ids {text} NOT NULL,
    created_at {moment} NOT NULL,
    accepted_at {moment},
    deactivated_at {moment},
    deleted_at {moment},
    invited_at {moment},
    invitation_expires_at {moment},
    last_sign_in_at {moment},
    locked_until {moment},
    password_changed_at {moment},
    sort_name {text} NOT NULL,
    sort_sign_in_name {text} NOT NULL,
    sort_last_sign_in_at {moment} NOT NULL,
    search_text {text} NOT NULL,
    CONSTRAINT directory_customer_id_user_id {key} (customer_id, user_id),
    FOREIGN KEY (customer_id, user_id) REFERENCES memberships (customer_id, user_id) ON DELETE CASCADE
) {table};
CREATE INDEX directory_by_name ON directory (customer_id, sort_name, user_id);
CREATE INDEX directory_by_sign_in_name ON directory (customer_id, sort_sign_in_name, user_id);
CREATE INDEX directory_by_created_at ON directory (customer_id, created_at, user_id);
CREATE INDEX directory_by_last_sign_in_at ON directory (customer_id, sort_last_sign_in_at, user_id);
-- The rare statuses, so that a filter finds them without walking everybody.
CREATE INDEX directory_deleted ON directory (customer_id, deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX directory_deactivated
    ON directory (customer_id, deactivated_at) WHERE deactivated_at IS NOT NULL;
CREATE INDEX directory_pending
    ON directory (customer_id, invitation_expires_at) WHERE accepted_at IS NULL;
CREATE INDEX directory_locked ON directory (customer_id, locked_until) WHERE locked_until IS NOT NULL;
CREATE INDEX directory_by_password_age
    ON directory (customer_id, password_changed_at) WHERE password_changed_at IS NOT NULL;
