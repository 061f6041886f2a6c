-- The same statements for SQLite and PostgreSQL. Moments are microseconds since 1970.

CREATE TABLE threads (
  catalog    TEXT    NOT NULL,
  id         TEXT    NOT NULL,
  owner      TEXT    NOT NULL,
  title      TEXT    NOT NULL,
  updated_at BIGINT  NOT NULL,
  last_turn  INTEGER NOT NULL,
  dialogue   TEXT,
  PRIMARY KEY (catalog, id)
);
CREATE INDEX threads_of_owner ON threads (catalog, owner, updated_at);
CREATE INDEX threads_by_age ON threads (updated_at);

CREATE TABLE turns (
  catalog  TEXT    NOT NULL,
  thread   TEXT    NOT NULL,
  number   INTEGER NOT NULL,
  question TEXT    NOT NULL,
  asked_at BIGINT  NOT NULL,
  as_of    BIGINT  NOT NULL,
  language TEXT    NOT NULL,
  status   TEXT    NOT NULL,
  words    TEXT    NOT NULL,
  query    TEXT,
  reading  TEXT,
  PRIMARY KEY (catalog, thread, number),
  FOREIGN KEY (catalog, thread) REFERENCES threads (catalog, id) ON DELETE CASCADE
);

CREATE TABLE boards (
  catalog    TEXT    NOT NULL,
  id         TEXT    NOT NULL,
  owner      TEXT    NOT NULL,
  title      TEXT    NOT NULL,
  version    INTEGER NOT NULL,
  updated_at BIGINT  NOT NULL,
  tiles      INTEGER NOT NULL,
  content    TEXT    NOT NULL,
  PRIMARY KEY (catalog, id)
);
CREATE INDEX boards_of_owner ON boards (catalog, owner, updated_at);

CREATE TABLE links (
  catalog    TEXT   NOT NULL,
  id         TEXT   NOT NULL,
  owner      TEXT   NOT NULL,
  created_at BIGINT NOT NULL,
  used_at    BIGINT NOT NULL,
  content    TEXT   NOT NULL,
  PRIMARY KEY (catalog, id)
);
CREATE INDEX links_of_owner ON links (catalog, owner, used_at);
