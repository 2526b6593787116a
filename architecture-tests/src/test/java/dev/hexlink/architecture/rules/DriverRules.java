package dev.hexlink.architecture.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import dev.hexlink.architecture.broken.application.OpensAConnection;
import dev.hexlink.architecture.broken.http.OpensAFile;
import dev.hexlink.architecture.broken.journal.AsksOverHttp;
import dev.hexlink.architecture.broken.journal.CachesWithCaffeine;
import dev.hexlink.architecture.broken.journal.KnowsNetty;
import dev.hexlink.architecture.broken.journal.KnowsRequests;
import dev.hexlink.architecture.broken.journal.MapsJson;
import dev.hexlink.architecture.broken.journal.MigratesWithFlyway;
import dev.hexlink.architecture.broken.journal.OpensH2;
import dev.hexlink.architecture.broken.journal.ReadsUserAgents;
import dev.hexlink.architecture.broken.journal.SpeaksToPostgres;
import dev.hexlink.architecture.broken.journal.SpeaksToRabbitmq;
import dev.hexlink.architecture.broken.journal.SpeaksToRedis;
import dev.hexlink.architecture.broken.journal.UsesMicronautData;
import java.util.List;

/** A technology stays in its own adapter. */
public final class DriverRules {
  private DriverRules() {}

  public static List<Rule> all() {
    return List.of(
        staysIn(List.of("embedded", "postgres", "contracts"), OpensAConnection.class, "java.sql..", "javax.sql.."),
        staysIn(List.of("embedded"), OpensH2.class, "org.h2.."),
        staysIn(List.of("embedded", "postgres"), MigratesWithFlyway.class, "org.flywaydb.."),
        staysIn(List.of("embedded", "postgres"), UsesMicronautData.class, "io.micronaut.data..",
            "io.micronaut.transaction.."),
        staysIn(List.of("postgres"), SpeaksToPostgres.class, "org.postgresql..", "com.zaxxer.hikari.."),
        staysIn(List.of("redis"), SpeaksToRedis.class, "io.lettuce.."),
        staysIn(List.of("rabbitmq"), SpeaksToRabbitmq.class, "com.rabbitmq..", "io.micronaut.rabbitmq.."),
        staysIn(List.of("keygen", "contracts"), AsksOverHttp.class, "java.net.http.."),
        staysIn(List.of("embedded", "http"), CachesWithCaffeine.class, "com.github.benmanes.caffeine.."),
        staysIn(List.of("http", "redis"), KnowsNetty.class, "io.netty.."),
        staysIn(List.of("http", "bootstrap"), KnowsRequests.class, "io.micronaut.http.."),
        staysIn(List.of("http"), MapsJson.class, "io.micronaut.serde..", "io.micronaut.json..",
            "com.fasterxml.jackson.annotation..", "com.fasterxml.jackson.databind.."),
        staysIn(List.of("http"), ReadsUserAgents.class, "ua_parser..", "com.ibm.icu.."),
        staysIn(List.of("journal", "embedded", "bootstrap"), OpensAFile.class, "java.nio.channels.."));
  }

  private static Rule staysIn(List<String> owners, Class<?> breaker, String... packages) {
    return Rule.of(layout -> law(layout, owners, packages), breaker);
  }

  private static ArchRule law(Layout layout, List<String> owners, String... packages) {
    String[] homes = owners.stream().map(layout::adapter).toArray(String[]::new);
    return noClasses().that().resideInAPackage(layout.everything()).and().resideOutsideOfPackages(homes)
        .should().dependOnClassesThat().resideInAnyPackage(packages)
        .because("a technology that stays in " + String.join(" and ", owners) + " can be replaced there");
  }

}
