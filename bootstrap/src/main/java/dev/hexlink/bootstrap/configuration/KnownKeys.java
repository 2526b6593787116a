package dev.hexlink.bootstrap.configuration;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * The {@code hexlink.…} keys that something on the class path reads, by the metadata the compiler wrote from the configuration records. So a jar
 * that brings an adapter brings its keys too.
 */
public final class KnownKeys {
  public static final String PREFIX = "hexlink.";
  private static final String METADATA = "META-INF/spring-configuration-metadata.json";
  private static final JsonFactory JSON = new JsonFactory();

  private final NavigableSet<String> keys;

  KnownKeys(NavigableSet<String> keys) {
    this.keys = Collections.unmodifiableNavigableSet(keys);
  }

  /** Reads the metadata of every jar and folder on the class path. */
  public static KnownKeys onClassPath(ClassLoader loader) {
    NavigableSet<String> keys = new TreeSet<>();
    try {
      for (URL metadata : Collections.list(loader.getResources(METADATA))) {
        addKeys(metadata, keys);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the configuration metadata", e);
    }
    return new KnownKeys(keys);
  }

  private static void addKeys(URL metadata, Set<String> keys) throws IOException {
    try (InputStream in = metadata.openStream(); JsonParser json = JSON.createParser(in)) {
      String section = "";
      while (json.nextToken() != null) {
        if (json.currentToken() == JsonToken.FIELD_NAME && isSection(json)) {
          section = json.currentName();
        } else if (json.currentToken() == JsonToken.FIELD_NAME && section.equals("properties")
            && json.currentName().equals("name")) {
          addKey(json.nextTextValue(), keys);
        }
      }
    }
  }

  private static boolean isSection(JsonParser json) {
    return json.getParsingContext().getParent().inRoot();
  }

  private static void addKey(String name, Set<String> keys) {
    if (name.startsWith(PREFIX)) {
      keys.add(name);
    }
  }

  public NavigableSet<String> all() {
    return keys;
  }

  /** Whether somebody reads this key, or keys below it. */
  public boolean isKnown(String key) {
    return keys.contains(key) || keys.stream().anyMatch(known -> known.startsWith(key + "."));
  }

  /** The key that an environment variable sets; empty when there is none. */
  public Optional<String> setBy(String variable) {
    return keys.stream().filter(key -> variableOf(key).equals(variable)).findFirst();
  }

  /** The environment variable that sets a key. */
  public static String variableOf(String key) {
    return key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  /** A hint at what may have been meant. */
  public String hint(String unknown) {
    return EditDistance.nearest(unknown, keys).map(near -> "did you mean " + near + "?")
        .orElseGet(() -> "there are " + String.join(", ", keys));
  }
}
