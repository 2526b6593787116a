package dev.hexlink.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexlink.application.spi.VisitJournal.JournalEpoch;
import dev.hexlink.contracts.Seeded;
import dev.hexlink.contracts.SeededCases;
import dev.hexlink.domain.visit.Visit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What a kill, or a power failure, leaves at the end of the last file. */
@ExtendWith(SeededCases.class)
class TornTailTest {
  private static final int VISITS = 5;
  @TempDir
  private Path folder;
  private List<Visit> visits = List.of();
  private Path file = Path.of("");
  private byte[] whole = {};
  private int lastFrame;

  @BeforeEach
  void writeVisits(Seeded seeded) throws IOException {
    try (Workbench bench = new Workbench(folder)) {
      visits = SomeVisits.append(bench.open(), seeded, VISITS);
      file = bench.files().getFirst();
    }
    whole = Files.readAllBytes(file);
    lastFrame = whole.length
        - new FrameWriter(visits.getLast().id().epoch()).write(VISITS - 1, visits.getLast().facts());
  }

  @Test
  void everyLengthOfAnUnfinishedRecordIsCutOff() throws IOException {
    for (int length = lastFrame; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertCutBack();
    }
  }

  @Test
  void everyWrongByteOfTheLastRecordIsCutOff() throws IOException {
    for (int at = lastFrame; at < whole.length; at++) {
      byte[] damaged = whole.clone();
      damaged[at] ^= 0x10;
      Files.write(file, damaged);
      assertCutBack();
    }
  }

  @Test
  void whateverFollowsTheLastRecordIsCutOff(Seeded seeded) throws IOException {
    for (int length : new int[]{1, 2, 17, 4_096, 100_000}) {
      Files.write(file, Arrays.copyOf(whole, whole.length + length));
      assertRead(visits);
      byte[] noise = new byte[length];
      seeded.random().nextBytes(noise);
      byte[] followed = Arrays.copyOf(whole, whole.length + length);
      System.arraycopy(noise, 0, followed, whole.length, length);
      Files.write(file, followed);
      assertRead(visits);
      assertThat(file).hasSize(whole.length);
    }
  }

  @Test
  void aFileThatWasOnlyBegunDisappears() throws IOException {
    for (int length = 0; length <= SegmentHeader.LENGTH; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      try (Workbench bench = new Workbench(folder)) {
        assertThat(bench.open().epochs()).hasSize(1);
        assertThat(bench.files()).isEmpty();
      }
    }
  }

  @Test
  void theSegmentBeforeOneThatWasOnlyBegunIsTheLast() throws IOException {
    SegmentName name = SegmentName.parse(String.valueOf(file.getFileName())).orElseThrow();
    Path begun = folder.resolve(new SegmentName(name.opening(), name.epoch(), VISITS).toString());
    Files.write(begun, new byte[]{1, 2, 3});
    Files.write(file, Arrays.copyOf(whole, whole.length - 1));
    assertCutBack();
    assertThat(begun).doesNotExist();
  }

  private void assertCutBack() throws IOException {
    assertRead(visits.subList(0, VISITS - 1));
    assertThat(file).hasSize(lastFrame);
  }

  private void assertRead(List<Visit> expected) {
    try (Workbench bench = new Workbench(folder)) {
      SegmentJournal journal = bench.open();
      assertThat(journal.epochs().getFirst())
          .isEqualTo(new JournalEpoch(visits.getFirst().id().epoch(), 0, 0, expected.size(), false));
      assertThat(journal.read(visits.getFirst().id().epoch(), 0, VISITS)).isEqualTo(expected);
      assertThat(journal.status().damaged()).isZero();
    }
  }
}
