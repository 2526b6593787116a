package dev.hexlink.application.spi;

import dev.hexlink.domain.link.Link;

/** What came of one insertion under conditions. */
public sealed interface InsertOutcome {
  /** The link stands, inserted now. */
  record Inserted(Link link) implements InsertOutcome {}

  /** An equal link was there; the new one was not inserted. The mark, if any, now belongs to the link that was found. */
  record Found(Link link) implements InsertOutcome {}

  /** The mark was there with the same fingerprint; this is the link it was recorded with, as it is now. */
  record Replayed(Link link) implements InsertOutcome {}

  /** The mark was there with another fingerprint; nothing was inserted. */
  record MarkMisused() implements InsertOutcome {}

  /** The link's key is taken by another link; nothing was inserted, no mark recorded. */
  record KeyTaken() implements InsertOutcome {}
}
