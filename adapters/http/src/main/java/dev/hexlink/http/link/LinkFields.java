package dev.hexlink.http.link;

import dev.hexlink.domain.link.Note;
import dev.hexlink.domain.link.RedirectStatus;
import dev.hexlink.domain.link.Tag;
import dev.hexlink.domain.link.Title;
import dev.hexlink.http.json.FieldType;
import dev.hexlink.http.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The types of the fields a link is made or changed with. */
final class LinkFields {
  static final FieldType<Title> TITLE = FieldType.parsedFrom(Title::parse,
      "A title is one line of 1 to " + Title.LONGEST + " characters.");
  static final FieldType<Note> NOTE = FieldType.parsedFrom(Note::parse,
      "A note has 1 to " + Note.LONGEST + " characters, without control characters but line breaks and tabs.");
  private static final FieldType<Tag> TAG = FieldType.parsedFrom(Tag::parse,
      "A tag has 1 to " + Tag.LONGEST + " characters, without commas, white space and control characters.");

  static final FieldType<List<Tag>> TAGS = (value, field, errors) -> {
    if (!(value instanceof Json.Items(var items))) {
      errors.wrongType(field, "an array of strings");
      return null;
    }
    if (items.size() > Tag.MOST) {
      errors.invalid(field, "A link carries at most " + Tag.MOST + " tags.");
      return null;
    }
    List<Tag> tags = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      Tag tag = TAG.read(items.get(i), field + "[" + i + "]", errors);
      if (tag != null) {
        tags.add(tag);
      }
    }
    return tags.stream().distinct().sorted().toList();
  };

  static final FieldType<Long> MAX_VISITS = (value, field, errors) -> {
    Long number = FieldType.WHOLE.read(value, field, errors);
    if (number != null && number < 1) {
      errors.invalid(field, "A visit budget is at least 1.");
      return null;
    }
    return number;
  };

  static final FieldType<RedirectStatus> REDIRECT_STATUS = (value, field, errors) -> {
    Long number = FieldType.WHOLE.read(value, field, errors);
    if (number == null) {
      return null;
    }
    Optional<RedirectStatus> status = RedirectStatus.of(Math.clamp(number, 0, 999));
    if (status.isEmpty()) {
      errors.invalid(field, "A link redirects with 301, 302, 307 or 308.");
      return null;
    }
    return status.get();
  };

  private LinkFields() {}
}
