-- Wrong passwords for names that nobody has. They lock nobody out; they are counted so that a refusal
-- costs the same whether somebody has the name or not. A name falls into one of a fixed number of
-- cells, so that whoever makes names up fills nothing.
CREATE TABLE unknown_name_attempts (
    cell {number} NOT NULL,
    failures {number} NOT NULL,
    last_failed_at {moment},
    locked_until {moment},
    CONSTRAINT unknown_name_attempts_cell PRIMARY KEY (cell)
) {clustered};
