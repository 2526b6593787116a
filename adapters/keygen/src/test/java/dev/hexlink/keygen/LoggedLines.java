package dev.hexlink.keygen;

import dev.hexlink.application.resilience.Degradation;
import java.text.MessageFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What operators are told, a line each. */
final class LoggedLines extends Handler {
  private final Logger logger = Logger.getLogger(Degradation.class.getName());
  private final List<String> lines = new CopyOnWriteArrayList<>();

  private LoggedLines() {}

  static LoggedLines begin() {
    LoggedLines lines = new LoggedLines();
    lines.logger.addHandler(lines);
    return lines;
  }

  List<String> lines() {
    return lines;
  }

  @Override
  public void publish(LogRecord line) {
    @Nullable
    Object[] parameters = line.getParameters();
    lines.add(line.getLevel() + " " + MessageFormat.format(line.getMessage(), parameters));
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    logger.removeHandler(this);
  }
}
