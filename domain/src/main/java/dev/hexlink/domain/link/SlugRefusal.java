package dev.hexlink.domain.link;

/** Why a slug may not be chosen. */
public enum SlugRefusal {
  TOO_SHORT, TOO_LONG, BAD_CHARACTER, RESERVED, BLOCKED_WORD
}
