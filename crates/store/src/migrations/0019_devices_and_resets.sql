-- Where a session was used from last, to within one refresh, and with which program.
ALTER TABLE sessions ADD COLUMN address {text};
ALTER TABLE sessions ADD COLUMN program {text};

-- When somebody else took away what the person had set up as a second factor, the last time.
ALTER TABLE users ADD COLUMN second_factor_reset_at {moment};
