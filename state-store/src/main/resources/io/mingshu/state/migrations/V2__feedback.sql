-- What people say about answers, for the catalog's owner: without a name of who said it.

CREATE TABLE feedback (
  catalog TEXT    NOT NULL,
  id      TEXT    NOT NULL,
  said_at BIGINT  NOT NULL,
  size    INTEGER NOT NULL,
  content TEXT    NOT NULL,
  PRIMARY KEY (catalog, id)
);
CREATE INDEX feedback_by_age ON feedback (catalog, said_at, id, size);

-- Proposals that the owner does not want.
CREATE TABLE rejections (
  catalog     TEXT   NOT NULL,
  proposal    TEXT   NOT NULL,
  rejected_at BIGINT NOT NULL,
  PRIMARY KEY (catalog, proposal)
);

-- By the trace of an asking people say what they think of its answer; choices are what was asked back.
ALTER TABLE turns ADD COLUMN trace TEXT;
ALTER TABLE turns ADD COLUMN choices TEXT;
CREATE INDEX turns_by_trace ON turns (catalog, trace);
