package dev.hexlink.rabbitmq;

import dev.hexlink.domain.visit.Visit;
import java.util.List;

/**
 * What could be read of a letter.
 *
 * @param visits those that could be read
 * @param fault why there is something in it that could not; empty when all was read
 */
record Reading(List<Visit> visits, String fault) {
  boolean isWhole() {
    return fault.isEmpty();
  }
}
