package dev.hexlink.architecture.docs;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A configuration key, the environment variable that sets it, and what it is when nobody does.
 *
 * @param standard empty when there is no default
 */
record Setting(String key, String variable, String standard) implements Comparable<Setting> {
  private static final String OURS = "hexlink.";
  private static final String METADATA = "META-INF/spring-configuration-metadata.json";
  private static final String NO_DEFAULT = "–";

  /** What the tables of a document say, a row each: key, variable, default. */
  static Set<Setting> documented(Markdown document) {
    return document.codeRows().filter(row -> row.getFirst().startsWith(OURS))
        .map(row -> new Setting(row.get(0), row.get(1), row.get(2).equals(NO_DEFAULT) ? "" : row.get(2)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** What the compiler wrote down about the configuration records of every module. */
  static Set<Setting> declared() {
    Set<Setting> settings = new TreeSet<>();
    try {
      for (URL metadata : Collections.list(Setting.class.getClassLoader().getResources(METADATA))) {
        declaredIn(metadata).forEach(settings::add);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return settings;
  }

  private static Stream<Setting> declaredIn(URL metadata) throws IOException {
    Stream.Builder<Setting> settings = Stream.builder();
    try (InputStream in = metadata.openStream(); JsonParser json = new JsonFactory().createParser(in)) {
      Map<String, String> fields = new TreeMap<>();
      while (json.nextToken() != null) {
        if (json.currentToken() == JsonToken.FIELD_NAME) {
          fields.put(json.currentName(), textOf(json));
        } else if (json.currentToken() == JsonToken.END_OBJECT) {
          String name = fields.getOrDefault("name", "");
          if (name.startsWith(OURS) && fields.containsKey("sourceType")) {
            settings.add(new Setting(name, variableOf(name), fields.getOrDefault("defaultValue", "")));
          }
          fields.clear();
        }
      }
    }
    return settings.build();
  }

  private static String textOf(JsonParser json) throws IOException {
    String text = json.nextTextValue();
    return text == null ? "" : text;
  }

  static String variableOf(String key) {
    return key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  @Override
  public int compareTo(Setting other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public String toString() {
    return key + " (" + variable + ") = " + standard;
  }
}
