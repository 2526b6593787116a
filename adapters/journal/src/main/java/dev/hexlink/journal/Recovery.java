package dev.hexlink.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What earlier openings left in a folder. Of each epoch only the last segment is gone through: there a kill may have cut the last frame short, which
 * is cut off, as it was never acknowledged. The others end where the next begins.
 */
final class Recovery {
  private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);
  private final Disk disk;
  private final Path directory;
  private final Damage damage;

  Recovery(Disk disk, Path directory, Damage damage) {
    this.disk = disk;
    this.directory = directory;
    this.damage = damage;
  }

  /** The logs of the epochs that hold visits, oldest first. */
  List<EpochLog> logs() throws IOException {
    List<EpochLog> logs = new ArrayList<>();
    for (Deque<SegmentName> names : namesByEpoch()) {
      log(names).ifPresent(logs::add);
    }
    return logs;
  }

  private List<Deque<SegmentName>> namesByEpoch() throws IOException {
    List<String> files = fileNames();
    for (String unfinished : files.stream().filter(name -> name.endsWith(SealedSegment.COPY_SUFFIX)).toList()) {
      disk.delete(directory.resolve(unfinished));
    }
    return List.copyOf(files.stream().flatMap(name -> SegmentName.parse(name).stream()).sorted()
        .collect(Collectors.groupingBy(name -> new SegmentName(name.opening(), name.epoch(), 0), TreeMap::new,
            Collectors.toCollection(ArrayDeque<SegmentName>::new)))
        .values());
  }

  private List<String> fileNames() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> String.valueOf(file.getFileName())).toList();
    }
  }

  private Optional<EpochLog> log(Deque<SegmentName> names) throws IOException {
    Optional<Segment> last = Optional.empty();
    while (last.isEmpty() && !names.isEmpty()) {
      last = last(names.removeLast());
    }
    if (last.isEmpty()) {
      return Optional.empty();
    }
    Deque<Segment> segments = new ArrayDeque<>(List.of(last.get()));
    while (!names.isEmpty()) {
      segments.addFirst(complete(names.removeLast(), segments.getFirst().first()));
    }
    SegmentName name = last.get().name();
    return Optional.of(new EpochLog(name.opening(), name.epoch(), List.copyOf(segments),
        new EpochReader(disk, name.epoch(), damage)));
  }

  private Segment complete(SegmentName name, long end) throws IOException {
    Path path = directory.resolve(name.toString());
    return Segment.found(name, path, Files.size(path), end, Files.getLastModifiedTime(path).toInstant());
  }

  /** The last segment of an epoch, without a torn tail; empty, and the file deleted, when there is no whole frame in it. */
  private Optional<Segment> last(SegmentName name) throws IOException {
    Segment found = complete(name, name.first());
    long end = name.first();
    long length;
    try (SegmentReader frames = SegmentReader.open(disk, found.path(), name.epoch())) {
      while (frames.advance(found.length())) {
        end = Math.max(end, frames.sequence() + 1);
      }
      length = frames.position();
    }
    if (end == name.first()) {
      disk.delete(found.path());
      return Optional.empty();
    }
    cut(found, length);
    return Optional.of(Segment.found(name, found.path(), length, end,
        Files.getLastModifiedTime(found.path()).toInstant()));
  }

  private void cut(Segment segment, long length) throws IOException {
    if (length == segment.length()) {
      return;
    }
    LOG.info("The journal's segment {} ends with {} bytes of an unfinished record, which are cut off", segment.name(),
        segment.length() - length);
    try (SegmentFile file = disk.open(segment.path())) {
      file.truncate(length);
      file.sync();
    }
  }
}
