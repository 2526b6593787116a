package dev.hexlink.rabbitmq;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** What is said about outages while this is open. */
final class LogLines extends Handler implements AutoCloseable {
  private static final Logger OUTAGES = Logger.getLogger(OutageLog.class.getName());

  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final SimpleFormatter formatter = new SimpleFormatter();

  private LogLines() {}

  static LogLines open() {
    LogLines lines = new LogLines();
    OUTAGES.addHandler(lines);
    return lines;
  }

  @Override
  public void publish(LogRecord line) {
    lines.add(line.getLevel() + " " + formatter.formatMessage(line));
  }

  List<String> lines() {
    return lines;
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    OUTAGES.removeHandler(this);
  }
}
