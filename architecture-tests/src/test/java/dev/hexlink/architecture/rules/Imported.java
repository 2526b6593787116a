package dev.hexlink.architecture.rules;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import java.util.regex.Pattern;

/** The one place that reads class files for the rules. */
public final class Imported {
  /** What an annotation processor wrote begins with a dollar sign and is not ours to judge. */
  private static final Pattern GENERATED = Pattern.compile(".*/\\$[^/]*\\.class");
  private static final Pattern OWN_FIXTURES = Pattern.compile(".*/dev/hexlink/architecture/.*");

  /** Every class that Hexlink ships, and the contracts it publishes. */
  public static final JavaClasses PRODUCTION = new ClassFileImporter()
      .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
      .withImportOption(Imported::isWrittenByHand)
      .withImportOption(location -> !location.matches(OWN_FIXTURES))
      .importPackages(Layout.PRODUCTION.root());

  /** The classes that break the rules. */
  public static final JavaClasses BROKEN = new ClassFileImporter().importPackages(Layout.BROKEN.root());

  private Imported() {}

  private static boolean isWrittenByHand(Location location) {
    return !location.matches(GENERATED);
  }
}
