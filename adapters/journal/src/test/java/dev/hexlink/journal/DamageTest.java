package dev.hexlink.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hexlink.application.spi.VisitJournal.JournalEpoch;
import dev.hexlink.application.spi.VisitJournalUnavailable;
import dev.hexlink.contracts.Seeded;
import dev.hexlink.contracts.SeededCases;
import dev.hexlink.domain.visit.Visit;
import dev.hexlink.domain.visit.VisitFacts;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What a disk that forgets does to the records, and to those around them. */
@ExtendWith(SeededCases.class)
@Tag("slow")
class DamageTest {
  private static final int VISITS = 900;
  @TempDir
  private Path folder;
  private Workbench bench;

  @BeforeEach
  void begin() {
    bench = new Workbench(folder);
  }

  @AfterEach
  void end() {
    bench.close();
  }

  @Test
  void aDamagedRecordCostsItselfAlone(Seeded seeded) throws IOException {
    List<Visit> visits = write(seeded);
    Path first = bench.files().getFirst();
    byte[] bytes = Files.readAllBytes(first);
    for (int round = 0; round < 100; round++) {
      byte[] damaged = bytes.clone();
      damaged[SegmentHeader.LENGTH + seeded.random().nextInt(bytes.length - SegmentHeader.LENGTH)] ^= (byte) (1
          + seeded.random().nextInt(255));
      Files.write(first, damaged);
      assertThat(readFromDisk(visits)).isEqualTo(1);
    }
  }

  @Test
  void whateverIsDamagedTheRestIsReadAndTheLossIsCounted(Seeded seeded) throws IOException {
    List<Visit> visits = write(seeded);
    List<Path> files = bench.files();
    List<byte[]> originals = new ArrayList<>();
    for (Path file : files) {
      originals.add(Files.readAllBytes(file));
    }
    for (int round = 0; round < 60; round++) {
      int victim = seeded.random().nextInt(files.size() - 1);
      byte[] damaged = originals.get(victim).clone();
      int at = seeded.random().nextInt(damaged.length);
      byte[] noise = new byte[Math.min(1 + seeded.random().nextInt(20_000), damaged.length - at)];
      seeded.random().nextBytes(noise);
      System.arraycopy(noise, 0, damaged, at, noise.length);
      Files.write(files.get(victim), damaged);
      readFromDisk(visits);
      Files.write(files.get(victim), originals.get(victim));
    }
    assertThat(readFromDisk(visits)).isZero();
  }

  @Test
  void aShortenedSegmentCostsWhatWasCutOff(Seeded seeded) throws IOException {
    List<Visit> visits = write(seeded);
    Path first = bench.files().getFirst();
    byte[] bytes = Files.readAllBytes(first);
    Files.write(first, ByteBuffer.allocate(bytes.length / 2).put(bytes, 0, bytes.length / 2).array());
    assertThat(readFromDisk(visits)).isPositive();
  }

  @Test
  void damageInTheMiddleOfTheLastSegmentIsNoTornTail(Seeded seeded) throws IOException {
    List<Visit> visits = write(seeded);
    Path last = bench.files().getLast();
    byte[] bytes = Files.readAllBytes(last);
    bytes[SegmentHeader.LENGTH + 100] ^= 1;
    Files.write(last, bytes);
    assertThat(readFromDisk(visits)).isEqualTo(1);
    assertThat(last).hasSize(bytes.length);
  }

  @Test
  void damageIsCountedOnce(Seeded seeded) throws IOException {
    List<Visit> visits = write(seeded);
    Path first = bench.files().getFirst();
    byte[] bytes = Files.readAllBytes(first);
    bytes[SegmentHeader.LENGTH + 100] ^= 1;
    Files.write(first, bytes);
    SegmentJournal journal = bench.open();
    for (int i = 0; i < 3; i++) {
      assertThat(journal.read(visits.getFirst().id().epoch(), 0, 10)).hasSize(10);
      assertThat(journal.read(visits.getFirst().id().epoch(), 200, 10)).hasSize(10);
    }
    assertThat(journal.status().damaged()).isEqualTo(1);
  }

  @Test
  void aDamagedHeaderCostsNothing(Seeded seeded) throws IOException {
    List<Visit> visits = write(seeded);
    for (Path file : bench.files()) {
      byte[] bytes = Files.readAllBytes(file);
      seeded.random().nextBytes(bytes);
      byte[] original = Files.readAllBytes(file);
      System.arraycopy(bytes, 0, original, 0, SegmentHeader.LENGTH);
      Files.write(file, original);
    }
    assertThat(readFromDisk(visits)).isZero();
  }

  @Test
  void noVisitorWritesARecordIntoARecord(Seeded seeded) throws IOException {
    SegmentJournal journal = bench.open();
    Visit model = SomeVisits.append(journal, seeded, 1).getFirst();
    FrameWriter frames = new FrameWriter(model.id().epoch());
    int length = frames.write(1, model.facts());
    String forged = new String(frames.bytes(), 0, length, StandardCharsets.ISO_8859_1);
    VisitFacts facts = model.facts();
    journal.append(new VisitFacts(facts.link(), facts.key(), facts.at(), facts.network(), 0, forged, forged, false))
        .join();
    SomeVisits.append(journal, seeded, 1);
    journal.close();
    Path file = bench.files().getFirst();
    byte[] bytes = Files.readAllBytes(file);
    bytes[SegmentHeader.LENGTH + length + Frame.FACTS_AT] ^= 8;
    Files.write(file, bytes);
    assertThat(bench.open().read(model.id().epoch(), 0, 9)).extracting(visit -> visit.id().sequence())
        .containsExactly(0L, 2L);
  }

  @Test
  void segmentsOfALaterVersionAreNotGuessedAt(Seeded seeded) throws IOException {
    write(seeded);
    Path last = bench.files().getLast();
    byte[] bytes = Files.readAllBytes(last);
    SegmentName name = SegmentName.parse(String.valueOf(last.getFileName())).orElseThrow();
    System.arraycopy(SegmentHeader.of(name, 2), 0, bytes, 0, SegmentHeader.LENGTH);
    Files.write(last, bytes);
    assertThatThrownBy(bench::open).isInstanceOf(VisitJournalUnavailable.class).hasMessageContaining("later version");
    assertThat(last).hasSize(bytes.length);
  }

  @Test
  void aFileThatCannotBeReadIsNoAnswer(Seeded seeded) {
    SegmentJournal journal = bench.open();
    List<Visit> visits = SomeVisits.append(journal, seeded, 3);
    bench.disk.refuseReads();
    assertThatThrownBy(() -> journal.read(visits.getFirst().id().epoch(), 0, 3))
        .isInstanceOf(VisitJournalUnavailable.class);
    bench.disk.mend();
    assertThat(journal.read(visits.getFirst().id().epoch(), 0, 3)).isEqualTo(visits);
  }

  private List<Visit> write(Seeded seeded) {
    List<Visit> visits = SomeVisits.append(bench.open(), seeded, VISITS);
    bench.journal().close();
    assertThat(bench.files()).hasSizeGreaterThan(2);
    return visits;
  }

  /** Opens the journal anew and goes through it as the forwarder does; answers how many visits are lost. */
  private long readFromDisk(List<Visit> written) {
    SegmentJournal journal = bench.open();
    JournalEpoch epoch = journal.epochs().getFirst();
    assertThat(epoch.end()).isEqualTo(written.size());
    List<Visit> read = new ArrayList<>();
    long next = 0;
    while (next < epoch.end()) {
      List<Visit> batch = journal.read(epoch.epoch(), next, 64);
      assertThat(batch).isNotEmpty();
      read.addAll(batch);
      next = batch.getLast().id().sequence() + 1;
    }
    assertThat(read).isSubsetOf(written);
    assertThat(read).extracting(visit -> visit.id().sequence()).isSorted().doesNotHaveDuplicates();
    long lost = journal.status().damaged();
    assertThat(read).hasSize(written.size() - (int) lost);
    journal.close();
    return lost;
  }
}
