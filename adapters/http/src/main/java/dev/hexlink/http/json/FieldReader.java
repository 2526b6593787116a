package dev.hexlink.http.json;

import dev.hexlink.domain.link.Edit;
import dev.hexlink.http.problem.FieldErrors;
import dev.hexlink.http.problem.ProblemType;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the fields of one JSON object and notes whatever is wrong with them; fields that nobody read are unknown. */
public final class FieldReader {
  private final Map<String, Json> fields;
  private final FieldErrors errors;
  private final Set<String> known = new HashSet<>();

  private FieldReader(Map<String, Json> fields, FieldErrors errors) {
    this.fields = fields;
    this.errors = errors;
  }

  /** A reader of an object; anything else is noted as an error and read as an object without fields. */
  public static FieldReader of(Json body, FieldErrors errors) {
    if (body instanceof Json.Fields(var fields)) {
      return new FieldReader(fields, errors);
    }
    errors.add("", ProblemType.WRONG_TYPE, "A JSON object was expected.");
    return new FieldReader(Map.of(), errors);
  }

  /** A field that need not be there; null when it is absent, null or wrong. */
  public <T> @Nullable T read(String name, FieldType<T> type) {
    known.add(name);
    Json value = fields.get(name);
    return value == null || value instanceof Json.Nothing ? null : type.read(value, name, errors);
  }

  /** A field that must be there; null when it is wrong or missing, which is noted. */
  public <T> @Nullable T require(String name, FieldType<T> type) {
    known.add(name);
    Json value = fields.get(name);
    if (value == null || value instanceof Json.Nothing) {
      errors.add(name, ProblemType.MISSING_FIELD, "'" + name + "' is needed.");
      return null;
    }
    return type.read(value, name, errors);
  }

  /** What a merge patch does to a field: absent keeps it, null clears it. */
  public <T> Edit<T> edit(String name, FieldType<T> type) {
    known.add(name);
    return fields.containsKey(name) ? Edit.to(read(name, type)) : Edit.keep();
  }

  /** Whether a field is there and null. */
  public boolean clears(String name) {
    known.add(name);
    return fields.get(name) instanceof Json.Nothing;
  }

  /** Notes every field that was not asked for. */
  public void refuseOthers() {
    fields.keySet().stream().filter(name -> !known.contains(name))
        .forEach(name -> errors.add(name, ProblemType.UNKNOWN_FIELD, "This field is not known here."));
  }
}
