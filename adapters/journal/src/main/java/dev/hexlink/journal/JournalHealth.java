package dev.hexlink.journal;

import dev.hexlink.application.spi.HealthCheck;
import dev.hexlink.application.spi.VisitJournal;

/** Whether the journal takes visits and the disk confirms them. */
record JournalHealth(VisitJournal journal) implements HealthCheck {
  @Override
  public String name() {
    return "journal";
  }

  @Override
  public Health check() {
    String failing = journal.status().failing();
    return failing.isEmpty() ? Health.UP : Health.down(failing);
  }
}
