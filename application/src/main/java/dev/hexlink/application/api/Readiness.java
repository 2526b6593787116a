package dev.hexlink.application.api;

import java.util.List;

/** Tells whether this instance can do its work. Looks in bounded time, at what is chosen alone. */
public interface Readiness {
  List<Check> look();

  /**
   * What was found.
   *
   * @param name what was looked at, such as {@code h2}
   * @param detail one line for operators, without secrets; empty when there is nothing to say
   */
  record Check(String name, boolean up, String detail) {}
}
