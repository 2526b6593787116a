package dev.hexlink.soak;

import dev.hexlink.application.Hexlink;
import dev.hexlink.application.Ports;
import dev.hexlink.application.api.Role;
import dev.hexlink.application.api.Settings;
import dev.hexlink.bootstrap.configuration.CodesConfiguration;
import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** A Hexlink in this process over the real adapters of the embedded set, from its start to its crash. */
final class Life implements AutoCloseable {
  private static final int BATCH = 10;
  private static final Duration REPUBLISH_AFTER = Duration.ofSeconds(1);

  private final ApplicationContext context;
  private final Weather weather;
  private final Ports ports;
  private final Hexlink hexlink;

  private Life(ApplicationContext context, Weather weather, Ports ports, Hexlink hexlink) {
    this.context = context;
    this.weather = weather;
    this.ports = ports;
    this.hexlink = hexlink;
  }

  static Life begin(Path folder, Flaw flaw, Weather weather) {
    ApplicationContext context = context(folder, flaw.properties());
    Ports real = Replaced.port(context.getBean(Ports.class), InstantSource.class, _ -> clock(weather));
    Ports ports = flaw.build().apply(weather.over(real), folder);
    Hexlink hexlink = new Hexlink(ports, settings(context));
    hexlink.start();
    return new Life(context, weather, ports, hexlink);
  }

  /** The adapters of the embedded set with what they keep in a folder. */
  static ApplicationContext context(Path folder, Map<String, Object> more) {
    Map<String, Object> properties = new HashMap<>(more);
    properties.put("hexlink.data", folder.toString());
    properties.put("hexlink.journal.segment-size", "64KB");
    properties.put("hexlink.journal.most-bytes", "64MB");
    properties.put("hexlink.journal.retention", "0s");
    properties.put("logger.levels.dev.hexlink", "OFF");
    return ApplicationContext.builder().deduceEnvironment(false).environmentPropertySource(false).banner(false)
        .properties(properties).start();
  }

  Hexlink hexlink() {
    return hexlink;
  }

  Ports ports() {
    return ports;
  }

  Weather weather() {
    return weather;
  }

  /** Ends it as a kill does: nothing that waits gets out any more. */
  void crash() {
    weather.pullThePlug();
    close();
  }

  @Override
  public void close() {
    hexlink.close();
    ports.journal().close();
    context.close();
  }

  /** After a crash time flies, so that nobody tries for long what is in vain. */
  private static InstantSource clock(Weather weather) {
    AtomicLong minutes = new AtomicLong();
    return () -> weather.isUnplugged()
        ? Instant.now().plus(Duration.ofMinutes(minutes.incrementAndGet()))
        : Instant.now();
  }

  private static Settings settings(ApplicationContext context) {
    return new Settings(EnumSet.allOf(Role.class), "default", "http://localhost", List.of(),
        context.getBean(CodesConfiguration.class).toSettings(), new Settings.Access(true, null, 0, 1_024),
        Settings.Loads.DEFAULT, new Settings.Delivery(BATCH, REPUBLISH_AFTER, null), Settings.Warming.NONE);
  }
}
