package dev.hexlink.contracts;

import dev.hexlink.application.spi.VisitJournal;

/** The contract asks nothing that a right journal would not give. */
class ModelJournalTest implements DurableVisitJournalContract {
  private ModelJournal journal = new ModelJournal();

  @Override
  public VisitJournal journal() {
    return journal;
  }

  @Override
  public VisitJournal reopen() {
    journal.close();
    journal = journal.reopened();
    return journal;
  }
}
