package dev.hexlink.journal;

import dev.hexlink.application.spi.VisitJournal;
import dev.hexlink.contracts.DurableVisitJournalContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class WaitingSegmentJournalTest implements DurableVisitJournalContract {
  @TempDir
  private Path folder;
  private Workbench bench;

  @BeforeEach
  void open() {
    bench = new Workbench(folder);
    bench.waiting();
    bench.open();
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Override
  public VisitJournal journal() {
    return bench.journal();
  }

  @Override
  public VisitJournal reopen() {
    return bench.reopen();
  }
}
