package dev.hexlink.bootstrap.configuration;

import dev.hexlink.application.api.StartRefused;
import io.micronaut.context.env.PropertySource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The environment variables that mean Hexlink. Each sets one key; with {@code _FILE} at its end it names a file that holds the value, so that
 * secrets need not stand in the environment.
 */
public final class Variables {
  private static final String PREFIX = "HEXLINK_";
  private static final String FILE = "_FILE";
  /** What container platforms set for a service that is called hexlink, such as HEXLINK_SERVICE_HOST and HEXLINK_PORT=tcp://10.0.0.1:80. */
  private static final Pattern SERVICE_LINK = Pattern.compile("HEXLINK_(.+_)?SERVICE_(HOST|PORT(_.+)?)=.*"
      + "|HEXLINK_(.+_)?PORT(_[0-9]+_(TCP|UDP))?=(tcp|udp)://.*"
      + "|HEXLINK_(.+_)?PORT_[0-9]+_(TCP|UDP)_(PROTO|PORT|ADDR)=.*");

  private final KnownKeys known;
  private final Map<String, String> variables;

  public Variables(KnownKeys known, Map<String, String> variables) {
    this.known = known;
    this.variables = variables;
  }

  /**
   * The values that files hold.
   *
   * @throws StartRefused if a variable sets nothing, sets what another sets, or names a file that cannot be read
   */
  public PropertySource read() {
    Map<String, Object> values = new HashMap<>();
    variables.forEach((name, value) -> {
      if (name.startsWith(PREFIX) && known.setBy(name).isEmpty() && !isServiceLink(name, value)) {
        values.put(keyOfFile(name), contentOf(name, value));
      }
    });
    return PropertySource.of("files", values);
  }

  private static boolean isServiceLink(String name, String value) {
    return SERVICE_LINK.matcher(name + "=" + value).matches();
  }

  private String keyOfFile(String name) {
    Optional<String> key = name.endsWith(FILE) ? known.setBy(withoutSuffix(name)) : Optional.empty();
    if (key.isEmpty()) {
      throw new StartRefused(name, "the environment variable " + name + " sets nothing; " + hint(name));
    }
    if (variables.containsKey(withoutSuffix(name))) {
      throw new StartRefused(name, "both " + withoutSuffix(name) + " and " + name + " are set; set one of them");
    }
    return key.get();
  }

  private static String withoutSuffix(String name) {
    return name.substring(0, name.length() - FILE.length());
  }

  private String hint(String name) {
    return EditDistance.nearest(name, known.all().stream().map(KnownKeys::variableOf).toList())
        .map(near -> "did you mean " + near + "?")
        .orElseGet(() -> known.hint(name.toLowerCase(Locale.ROOT)));
  }

  private static String contentOf(String name, String file) {
    try {
      return Files.readString(Path.of(file)).strip();
    } catch (IOException | InvalidPathException e) {
      throw new StartRefused(name, name + " names a file that cannot be read: " + file);
    }
  }
}
