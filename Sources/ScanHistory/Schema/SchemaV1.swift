/// The first schema.
///
/// Never changed once released: later schemas are later migrations.
///
/// Three kinds of tables: what was measured (a function of the archives, the packs and the policy
/// alone), how often it was counted (sums of the measured rows, kept up in the same transaction),
/// and books (runs, files and reports, which know clocks and paths).
enum SchemaV1 {
  static let sql = measured + counted + books + views

  private static let measured = """
    -- What a measurement depends on besides the archive: program, packs, policy, accounts.
    CREATE TABLE methods (
      id INTEGER PRIMARY KEY,
      digest TEXT NOT NULL UNIQUE CHECK (length(digest) = 64), -- SHA-256 of all of it
      tool TEXT NOT NULL,                                      -- the program's version
      strictness INTEGER NOT NULL CHECK (strictness BETWEEN 1 AND 3),
      stance INTEGER NOT NULL CHECK (stance IN (0, 1)),
      assumes_feed_order INTEGER NOT NULL CHECK (assumes_feed_order IN (0, 1)),
      policy TEXT NOT NULL                                     -- the organisation's file, verbatim
    ) STRICT;

    CREATE TABLE method_packs (
      method INTEGER NOT NULL REFERENCES methods ON DELETE CASCADE,
      name TEXT NOT NULL,
      version TEXT NOT NULL,
      sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
      rules INTEGER NOT NULL CHECK (rules >= 0),
      PRIMARY KEY (method, name)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE accounts (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL UNIQUE,                               -- x:@council
      platform TEXT NOT NULL
    ) STRICT;

    -- An own post as an export tells of it.
    CREATE TABLE own_posts (
      id INTEGER PRIMARY KEY,
      account INTEGER NOT NULL REFERENCES accounts,
      post TEXT NOT NULL,                                      -- the platform's id
      posted_at INTEGER,                                       -- milliseconds since 1970, UTC
      url TEXT                                                 -- for a person to open
    ) STRICT;
    CREATE UNIQUE INDEX own_posts_by_content
      ON own_posts (account, post, coalesce(posted_at, -1), coalesce(url, ''));

    -- A rule as it stood when it matched: another tier or confidence makes another row.
    CREATE TABLE rules (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL,
      category TEXT NOT NULL,
      tier TEXT NOT NULL CHECK (tier IN ('floor', 'high', 'medium', 'low')),
      confidence REAL NOT NULL CHECK (confidence > 0 AND confidence <= 1),
      target TEXT NOT NULL,                                    -- '' where the rule names none
      UNIQUE (name, category, tier, confidence, target)
    ) STRICT;

    -- What stands round own posts, each kind once: slots above and below, categories, themes, choices.
    -- Encoded by the program, for figures; what analysts need has columns of its own.
    CREATE TABLE surroundings (
      id INTEGER PRIMARY KEY,
      mark BLOB NOT NULL UNIQUE
    ) STRICT;

    -- One file's content, whatever it is called and however it is packed.
    CREATE TABLE inputs (
      id INTEGER PRIMARY KEY,
      content TEXT NOT NULL UNIQUE CHECK (length(content) = 64), -- SHA-256 of the unpacked bytes
      method INTEGER NOT NULL REFERENCES methods,
      format TEXT NOT NULL,
      bytes INTEGER NOT NULL CHECK (bytes >= 0),               -- unpacked
      records INTEGER NOT NULL CHECK (records >= 0),
      problems INTEGER NOT NULL CHECK (problems >= 0),         -- records that could not be read
      name TEXT NOT NULL,                                      -- what its files' names say
      platform TEXT,
      viewer TEXT,                                             -- the account whose feed it is
      day TEXT CHECK (day IS date(day)),                       -- the day its entries count for
      is_pruned INTEGER NOT NULL DEFAULT 0 CHECK (is_pruned IN (0, 1)) -- only counts are left
    ) STRICT;
    CREATE INDEX inputs_by_day ON inputs (day);

    CREATE TABLE captures (
      id INTEGER PRIMARY KEY,
      input INTEGER NOT NULL REFERENCES inputs ON DELETE CASCADE,
      number INTEGER NOT NULL CHECK (number >= 0),             -- in its input
      feed TEXT NOT NULL,                                      -- as the export names it
      platform TEXT NOT NULL,
      order_class TEXT NOT NULL
        CHECK (order_class IN ('feed', 'chronological', 'thread', 'stream', 'own')),
      surface TEXT NOT NULL CHECK (surface IN ('feed', 'thread')),
      day TEXT CHECK (day IS date(day)),
      time TEXT,                                               -- HH:MM, where it is known
      newest INTEGER,                                          -- the newest post round an own one
      dated_by TEXT NOT NULL CHECK (dated_by IN ('name', 'export', 'posts', 'nothing')),
      entries INTEGER NOT NULL CHECK (entries > 0),
      exposures INTEGER NOT NULL CHECK (exposures > 0),
      slots INTEGER NOT NULL CHECK (slots >= 0),               -- with those the export leaves out
      others_unsafe INTEGER NOT NULL, others_unsuitable INTEGER NOT NULL, -- entries of others
      UNIQUE (input, number)
    ) STRICT;
    CREATE INDEX captures_by_day ON captures (day);

    -- Own posts that no adjacency can be claimed for.
    CREATE TABLE refusals (
      input INTEGER NOT NULL REFERENCES inputs ON DELETE CASCADE,
      number INTEGER NOT NULL,
      feed TEXT NOT NULL,
      order_class TEXT NOT NULL,
      reason TEXT NOT NULL,
      own_posts INTEGER NOT NULL CHECK (own_posts > 0),
      entries INTEGER NOT NULL CHECK (entries > 0),
      PRIMARY KEY (input, number)
    ) STRICT, WITHOUT ROWID;

    -- One own post in one slot of one capture.
    CREATE TABLE exposures (
      capture INTEGER NOT NULL REFERENCES captures ON DELETE CASCADE,
      slot INTEGER NOT NULL CHECK (slot > 0),                  -- from the top of the capture
      post INTEGER NOT NULL REFERENCES own_posts,
      above INTEGER NOT NULL CHECK (above >= 0),               -- neighbours within the window
      below INTEGER NOT NULL CHECK (below >= 0),
      is_measured INTEGER NOT NULL CHECK (is_measured IN (0, 1)),
      is_unsafe INTEGER NOT NULL CHECK (is_unsafe IN (0, 1)),
      is_unsuitable INTEGER NOT NULL CHECK (is_unsuitable IN (0, 1)),
      is_contradiction INTEGER NOT NULL CHECK (is_contradiction IN (0, 1)),
      has_unknown INTEGER NOT NULL CHECK (has_unknown IN (0, 1)),
      surroundings INTEGER NOT NULL REFERENCES surroundings,
      risk REAL NOT NULL CHECK (risk BETWEEN 0 AND 1),
      views INTEGER, likes INTEGER, reposts INTEGER, replies INTEGER,
      -- Tells the same sighting in another file: a hash of platform, feed, time, slot and post,
      -- with the day in its upper bits, and hashes of the two direct neighbours' ids.
      sighting INTEGER NOT NULL,
      above_post INTEGER, below_post INTEGER,
      is_counted INTEGER NOT NULL CHECK (is_counted IN (0, 1)), -- 0: counted from another file
      PRIMARY KEY (capture, slot)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX exposures_by_sighting ON exposures (sighting);
    CREATE INDEX exposures_by_risk ON exposures (risk) WHERE risk > 0;

    -- The neighbours that matter: with a finding, unknown, or own. Of others only the number is kept.
    CREATE TABLE neighbours (
      capture INTEGER NOT NULL,
      slot INTEGER NOT NULL,
      place INTEGER NOT NULL,                                  -- -1 right above, 0 embedded, 1 right below
      kind TEXT NOT NULL CHECK (kind IN ('post', 'repost', 'quote', 'reply', 'placeholder')),
      is_promoted INTEGER NOT NULL CHECK (is_promoted IN (0, 1)),
      is_own INTEGER NOT NULL CHECK (is_own IN (0, 1)),
      is_unknown INTEGER NOT NULL CHECK (is_unknown IN (0, 1)),
      post TEXT NOT NULL,                                      -- the platform's id; '' where unknown
      author INTEGER,                                          -- a keyed hash, only of this history
      PRIMARY KEY (capture, slot, place),
      FOREIGN KEY (capture, slot) REFERENCES exposures ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE findings (
      capture INTEGER NOT NULL,
      slot INTEGER NOT NULL,
      place INTEGER NOT NULL,
      number INTEGER NOT NULL,                                 -- in its neighbour
      rule INTEGER NOT NULL REFERENCES rules,
      tier TEXT CHECK (tier IN ('floor', 'high', 'medium', 'low')), -- after stance; null: taken away
      role TEXT NOT NULL CHECK (role IN ('own', 'quoted', 'reposted', 'replied-to')),
      post TEXT NOT NULL,                                      -- where the words stand
      author INTEGER,
      field TEXT NOT NULL,
      start INTEGER NOT NULL, "end" INTEGER NOT NULL,          -- UTF-8 bytes of the field
      is_covered INTEGER NOT NULL CHECK (is_covered IN (0, 1)),
      needs_review INTEGER NOT NULL CHECK (needs_review IN (0, 1)),
      fingerprint TEXT NOT NULL,                               -- the same for the same words found again
      PRIMARY KEY (capture, slot, place, number),
      FOREIGN KEY (capture, slot, place) REFERENCES neighbours ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;


    """
}
