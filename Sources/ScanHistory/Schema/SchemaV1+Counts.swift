/// What is summed, what the books hold, and what analysts read.
extension SchemaV1 {
  static let counted = """
    -- Counted exposures of a day, account and surface in one input.
    CREATE TABLE exposure_counts (
      day TEXT NOT NULL,                                       -- '' where it is not known
      surface TEXT NOT NULL,
      account INTEGER NOT NULL REFERENCES accounts,
      input INTEGER NOT NULL REFERENCES inputs ON DELETE CASCADE,
      exposures INTEGER NOT NULL,
      measured INTEGER NOT NULL,                               -- with a direct neighbour in the file
      unsafe INTEGER NOT NULL,                                 -- beside a floor neighbour
      unsafe_unknown INTEGER NOT NULL,
      unsuitable INTEGER NOT NULL,                             -- beside an unsuitable neighbour
      unsuitable_unknown INTEGER NOT NULL,
      contradictions INTEGER NOT NULL,                         -- own theme against a category
      incidents INTEGER NOT NULL,                              -- with any risk
      total_risk REAL NOT NULL,
      highest_risk REAL NOT NULL,
      repeats INTEGER NOT NULL,                                -- counted from another file
      PRIMARY KEY (day, surface, account, input)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX exposure_counts_by_input ON exposure_counts (input);

    -- Measured exposures with a direct or embedded neighbour of a category, by its worst tier.
    CREATE TABLE exposure_category_counts (
      day TEXT NOT NULL,
      surface TEXT NOT NULL,
      account INTEGER NOT NULL REFERENCES accounts,
      category TEXT NOT NULL,
      tier TEXT NOT NULL,
      input INTEGER NOT NULL REFERENCES inputs ON DELETE CASCADE,
      exposures INTEGER NOT NULL,
      PRIMARY KEY (day, surface, account, category, tier, input)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX exposure_category_counts_by_input ON exposure_category_counts (input);

    -- All entries of an input: the ground for the base rate.
    CREATE TABLE entry_counts (
      input INTEGER PRIMARY KEY REFERENCES inputs ON DELETE CASCADE,
      posts INTEGER NOT NULL, reposts INTEGER NOT NULL, quotes INTEGER NOT NULL,
      replies INTEGER NOT NULL, placeholders INTEGER NOT NULL, promoted INTEGER NOT NULL,
      texts INTEGER NOT NULL,                                  -- posts whose text was read
      own INTEGER NOT NULL,
      others INTEGER NOT NULL,
      others_unsafe INTEGER NOT NULL, others_perhaps_unsafe INTEGER NOT NULL,
      others_unsuitable INTEGER NOT NULL, others_perhaps_unsuitable INTEGER NOT NULL,
      missing INTEGER NOT NULL, truncated INTEGER NOT NULL, undescribed_media INTEGER NOT NULL,
      unsupported_language INTEGER NOT NULL, undecided INTEGER NOT NULL
    ) STRICT;

    -- Entries of others with a finding, by category and worst tier.
    CREATE TABLE entry_category_counts (
      input INTEGER NOT NULL REFERENCES inputs ON DELETE CASCADE,
      category TEXT NOT NULL,
      tier TEXT NOT NULL,
      entries INTEGER NOT NULL,
      PRIMARY KEY (input, category, tier)
    ) STRICT, WITHOUT ROWID;

    -- The reply surface: replies to and quotes of an account's posts.
    CREATE TABLE reply_counts (
      input INTEGER NOT NULL REFERENCES inputs ON DELETE CASCADE,
      account INTEGER NOT NULL REFERENCES accounts,
      replies INTEGER NOT NULL, quotes INTEGER NOT NULL, reposts INTEGER NOT NULL,
      unsuitable INTEGER NOT NULL,
      views INTEGER, likes INTEGER, passed_on INTEGER, answers INTEGER, -- of the replies and quotes
      PRIMARY KEY (input, account)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE reply_category_counts (
      input INTEGER NOT NULL REFERENCES inputs ON DELETE CASCADE,
      account INTEGER NOT NULL REFERENCES accounts,
      category TEXT NOT NULL,
      tier TEXT NOT NULL,
      replies INTEGER NOT NULL,
      PRIMARY KEY (input, account, category, tier)
    ) STRICT, WITHOUT ROWID;

    -- How often a rule could not be decided.
    CREATE TABLE undecided_counts (
      input INTEGER NOT NULL REFERENCES inputs ON DELETE CASCADE,
      rule TEXT NOT NULL,
      posts INTEGER NOT NULL,
      PRIMARY KEY (input, rule)
    ) STRICT, WITHOUT ROWID;


    """

  static let books = """
    -- What this history knows of itself: the key of its author hashes.
    CREATE TABLE settings (
      name TEXT PRIMARY KEY,
      value BLOB NOT NULL
    ) STRICT, WITHOUT ROWID;

    -- Runs in their order; the clock is told, never relied on.
    CREATE TABLE runs (
      id INTEGER PRIMARY KEY,
      command TEXT NOT NULL,
      method INTEGER NOT NULL REFERENCES methods,
      started TEXT NOT NULL,
      ended TEXT,                                              -- null: killed, or at work
      found INTEGER, read INTEGER, unchanged INTEGER, renamed INTEGER, changed INTEGER,
      vanished INTEGER, unread INTEGER,
      exposures INTEGER                                        -- counted when it ended
    ) STRICT;

    -- Every path that was ever seen.
    CREATE TABLE files (
      path TEXT PRIMARY KEY,
      input INTEGER REFERENCES inputs,                         -- null: nothing of it is counted; otherwise
                                                               -- its last version that was whole
      size INTEGER NOT NULL, inode INTEGER NOT NULL,
      modified INTEGER NOT NULL, changed INTEGER NOT NULL,     -- nanoseconds since 1970
      digest TEXT,                                             -- SHA-256 of the file's bytes
      name TEXT NOT NULL,                                      -- what the path says of captures
      state TEXT NOT NULL
        CHECK (state IN ('read', 'incomplete', 'unreadable', 'unsettled', 'foreign')),
      message TEXT,                                            -- why nothing of it is counted
      tool TEXT NOT NULL,
      seen INTEGER NOT NULL REFERENCES runs,                   -- the last run that found it so
      vanished INTEGER REFERENCES runs,                        -- the first run that missed it
      CHECK (state <> 'read' OR input IS NOT NULL)
    ) STRICT;
    CREATE INDEX files_by_input ON files (input);
    CREATE INDEX files_by_digest ON files (digest);

    -- Reports that were tabled, for "since the last report".
    CREATE TABLE reports (
      id INTEGER PRIMARY KEY,
      period TEXT NOT NULL,
      against TEXT NOT NULL,
      last_day TEXT NOT NULL,
      digest TEXT NOT NULL
    ) STRICT;

    -- The posture that the policy's clauses came to after a run, where it changed.
    CREATE TABLE postures (
      run INTEGER NOT NULL REFERENCES runs,
      scope TEXT NOT NULL,                                     -- '' for all, a platform or account
      day TEXT NOT NULL,                                       -- the last day that was looked at
      posture TEXT NOT NULL,
      clause TEXT NOT NULL,
      before TEXT,                                             -- what was stated before
      is_told INTEGER NOT NULL CHECK (is_told IN (0, 1)),      -- 0: somebody is still to be told
      PRIMARY KEY (run, scope)
    ) STRICT, WITHOUT ROWID;


    """

  static let views = """
    -- Rates by day, surface, platform and account.
    CREATE VIEW daily_rates AS
      SELECT c.day, c.surface, a.platform, a.name AS account,
        sum(c.exposures) AS exposures, sum(c.measured) AS measured,
        sum(c.unsafe) AS unsafe, sum(c.unsafe_unknown) AS unsafe_unknown,
        sum(c.unsuitable) AS unsuitable, sum(c.unsuitable_unknown) AS unsuitable_unknown,
        1.0 * sum(c.unsafe) / nullif(sum(c.measured), 0) AS unsafe_rate,
        1.0 * sum(c.unsuitable) / nullif(sum(c.measured), 0) AS unsuitable_rate,
        sum(c.contradictions) AS contradictions,
        sum(c.total_risk) / nullif(sum(c.measured), 0) AS mean_risk,
        sum(c.repeats) AS repeats
      FROM exposure_counts c JOIN accounts a ON a.id = c.account
      GROUP BY c.day, c.surface, a.platform, a.name;

    -- Measured exposures beside each category, by day, surface, platform and account.
    CREATE VIEW daily_categories AS
      SELECT c.day, c.surface, a.platform, a.name AS account, c.category, c.tier,
        sum(c.exposures) AS exposures
      FROM exposure_category_counts c JOIN accounts a ON a.id = c.account
      GROUP BY c.day, c.surface, a.platform, a.name, c.category, c.tier;

    -- How common each category is among all entries of others, by day and platform.
    CREATE VIEW daily_prevalence AS
      SELECT i.day, i.platform, c.category, c.tier, sum(c.entries) AS entries,
        (SELECT sum(e.others) FROM entry_counts e JOIN inputs j ON j.id = e.input
         WHERE j.day IS i.day AND j.platform IS i.platform) AS others
      FROM entry_category_counts c JOIN inputs i ON i.id = c.input
      GROUP BY i.day, i.platform, c.category, c.tier;

    -- Replies and quotes under own posts, by day and account.
    CREATE VIEW daily_replies AS
      SELECT i.day, a.platform, a.name AS account, sum(r.replies) AS replies,
        sum(r.quotes) AS quotes, sum(r.reposts) AS reposts, sum(r.unsuitable) AS unsuitable,
        sum(r.views) AS views, sum(r.likes) AS likes
      FROM reply_counts r JOIN inputs i ON i.id = r.input JOIN accounts a ON a.id = r.account
      GROUP BY i.day, a.platform, a.name;

    -- Each own post once, with the most that was ever seen of its engagement.
    CREATE VIEW engagement AS
      SELECT a.platform, a.name AS account, p.post, p.posted_at, p.url,
        sum(e.is_counted) AS exposures, max(e.risk) AS highest_risk, max(e.views) AS views,
        max(e.likes) AS likes, max(e.reposts) AS reposts, max(e.replies) AS replies
      FROM exposures e JOIN own_posts p ON p.id = e.post JOIN accounts a ON a.id = p.account
      GROUP BY p.id;

    -- Every finding beside a counted own post, with names for numbers.
    CREATE VIEW named_findings AS
      SELECT c.day, c.platform, c.feed, c.surface, a.name AS account, p.post AS own_post, e.slot,
        f.place, r.name AS rule, r.category, r.target, f.tier, r.tier AS rule_tier, r.confidence,
        f.role, f.post, f.field, f.needs_review, f.fingerprint
      FROM findings f
        JOIN exposures e ON e.capture = f.capture AND e.slot = f.slot
        JOIN captures c ON c.id = f.capture
        JOIN own_posts p ON p.id = e.post
        JOIN accounts a ON a.id = p.account
        JOIN rules r ON r.id = f.rule
      WHERE e.is_counted;
    """
}
