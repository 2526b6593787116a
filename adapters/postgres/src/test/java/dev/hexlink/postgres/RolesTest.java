package dev.hexlink.postgres;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.hexlink.application.spi.InsertOutcome.Inserted;
import dev.hexlink.application.spi.Insertion;
import dev.hexlink.application.spi.Installation;
import dev.hexlink.application.spi.Installation.InstallationFacts;
import dev.hexlink.application.spi.Installation.VisitorSalt;
import dev.hexlink.application.spi.InstallationUnavailable;
import dev.hexlink.application.spi.LinkQuery;
import dev.hexlink.application.spi.Links;
import dev.hexlink.contracts.Seeded;
import dev.hexlink.contracts.SeededCases;
import dev.hexlink.contracts.servers.PrivatePostgres;
import dev.hexlink.domain.code.Stack;
import dev.hexlink.domain.link.Host;
import dev.hexlink.domain.link.Link;
import dev.hexlink.postgres.store.PostgresConfiguration;
import dev.hexlink.postgres.store.PostgresStore;
import dev.hexlink.postgres.store.Sql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The roles of {@code deploy/postgres/roles.sql}: each can do what its instances need, and no more. On a server of its own, as roles belong to one. */
@Tag("server")
@ExtendWith(SeededCases.class)
class RolesTest {
  private static final Path ROLES = Path.of("../../bootstrap/deploy/postgres/roles.sql");
  private static final String MAY_NOT = "permission denied";

  private static @Nullable PrivatePostgres server;
  private static int databases;

  private final List<PostgresStore> stores = new ArrayList<>();
  private String url = "";

  @BeforeAll
  static void start() {
    server = PrivatePostgres.create("fsync=off");
  }

  @AfterAll
  static void stop() {
    requireNonNull(server).close();
  }

  @BeforeEach
  void createDatabase() throws SQLException {
    PrivatePostgres running = requireNonNull(server);
    String name = "roles" + ++databases;
    url = running.url().replace("/postgres", "/" + name);
    try (Connection connection = running.connect(); Statement statement = connection.createStatement()) {
      statement.execute("create database " + name);
    }
  }

  @AfterEach
  void closeStores() {
    stores.forEach(PostgresStore::close);
  }

  @Test
  void eachRoleCanDoWhatItsInstancesNeed(Seeded some) throws Exception {
    createRoles();
    apiWorks(storeOf("hexlink_api"), some);
    Link link = some.link();
    linksIn(storeOf("hexlink_api")).insert(List.of(link));
    redirectWorks(storeOf("hexlink_redirect"), link, some);
    workerWorks(storeOf("hexlink_worker"), link, some);
  }

  @Test
  void rolesMayComeLaterThanTheTables(Seeded some) throws Exception {
    Link link = some.link();
    linksIn(storeOf("postgres")).insert(List.of(link));
    createRoles();
    redirectWorks(storeOf("hexlink_redirect"), link, some);
  }

  @Test
  void rolesAreMadeAsOftenAsWished(Seeded some) throws Exception {
    createRoles();
    createRoles();
    apiWorks(storeOf("hexlink_api"), some);
    createRoles();
    apiWorks(storeOf("hexlink_api"), some);
  }

  @Test
  void anInstanceOfSeveralRolesIsAMemberOfEach(Seeded some) throws Exception {
    createRoles();
    as("postgres", "create role everything login in role hexlink_redirect, hexlink_api, hexlink_worker");
    PostgresStore store = storeOf("everything");
    apiWorks(store, some);
    Link link = some.link();
    linksIn(store).insert(List.of(link));
    redirectWorks(store, link, some);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      hexlink_redirect | insert into links (code) values ('a')
      hexlink_redirect | update links set target = 'https://example.org'
      hexlink_redirect | delete from links
      hexlink_redirect | delete from visit_budgets
      hexlink_redirect | insert into link_changes (domain_id, code) values (1, 'a')
      hexlink_redirect | select * from api_keys
      hexlink_redirect | select * from idempotency
      hexlink_redirect | update code_leases set next_count = 0
      hexlink_redirect | update installation set code_key = ''
      hexlink_redirect | create table mine (id integer)
      hexlink_worker   | insert into links (code) values ('a')
      hexlink_worker   | update links set target = 'https://example.org'
      hexlink_worker   | delete from links
      hexlink_worker   | insert into link_changes (domain_id, code) values (1, 'a')
      hexlink_worker   | select * from api_keys
      hexlink_worker   | update visit_budgets set taken = 0
      hexlink_worker   | update code_leases set next_count = 0
      hexlink_worker   | create table mine (id integer)
      hexlink_api      | delete from links
      hexlink_api      | truncate links
      hexlink_api      | delete from link_changes
      hexlink_api      | delete from code_leases
      hexlink_api      | update installation set code_key = ''
      hexlink_api      | update hexlink_schema_history set success = false
      hexlink_api      | create table mine (id integer)
      hexlink_api      | select grant_rights()""")
  void noRoleCanDoMore(String role, String statement) throws Exception {
    createRoles();
    assertThat(indexIn(storeOf("hexlink_api"))).isZero();
    assertThatThrownBy(() -> as(role, statement)).isInstanceOf(SQLException.class).hasMessageContaining(MAY_NOT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"hexlink_redirect", "hexlink_api", "hexlink_worker"})
  void theTimesBelongToTheRoles(String role) throws Exception {
    createRoles();
    assertThat(shownTo(role, "statement_timeout")).isEqualTo("2s");
    assertThat(shownTo(role, "lock_timeout")).isEqualTo("500ms");
    assertThat(shownTo(role, "idle_in_transaction_session_timeout")).isEqualTo("5s");
  }

  @Test
  void everyTableHasSomebodyWhoUsesIt() throws Exception {
    createRoles();
    assertThat(indexIn(storeOf("hexlink_api"))).isZero();
    try (Connection connection = connected("postgres")) {
      assertThat(new Sql("""
          select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm')
          and not relispartition and not exists (
            select from aclexplode(relacl) where grantee::regrole::text like 'hexlink_%' and grantee <> relowner)""")
          .all(connection, row -> row.getString(1))).as("tables that R__rights.sql forgets").isEmpty();
    }
  }

  @Test
  void aSchemaThatIsNotThereIsSaidWithWhatToDo() throws Exception {
    createRoles();
    PostgresStore store = opened(configuration("hexlink_api", null));
    assertThatThrownBy(() -> new PostgresInstallation(store, new Domains(store)).kept())
        .isInstanceOf(InstallationUnavailable.class).hasMessageContaining("hexlink.postgres.migration-user")
        .hasMessageContaining("hexlink_api may not change it").hasMessageContaining("older than version");
    assertThat(indexIn(storeOf("hexlink_api"))).isZero();
    await().ignoreExceptions().untilAsserted(
        () -> assertThat(new PostgresInstallation(store, new Domains(store)).knownStack("main")).as("once it is there")
            .isPresent());
  }

  private static void apiWorks(PostgresStore store, Seeded some) {
    Installation installation = new PostgresInstallation(store, new Domains(store));
    assertThat(installation.keep(new InstallationFacts("", "print", "0123456789abcdef", 8, Stack.MOST)).alphabet())
        .isEqualTo("0123456789abcdef");
    Stack stack = installation.stack("main");
    Links links = linksIn(store);
    Link plain = some.counted(stack, 7);
    Link chosen = some.chosen();
    Link marked = some.link();
    assertThat(links.insert(List.of(plain, chosen))).isEmpty();
    assertThat(links.insertEach(List.of(new Insertion(marked, some.mark(), true)))).containsExactly(
        new Inserted(marked));
    assertThat(links.replace(plain.retired(some.instant()))).isTrue();
    assertThat(links.list(new LinkQuery(10, null, List.of(chosen.key().code().value()), List.of(), null)).links())
        .containsExactly(chosen);
    assertThat(links.changesAfter(0, 10)).isNotEmpty();
    assertThat(links.highestValue(stack)).isPresent();
    assertThat(new PostgresCodeCounter(store).lease(stack, 10).size()).isEqualTo(10);
    assertThat(new PostgresWorkerNumbers(store).borrow(some.word(), Instant.EPOCH, Duration.ofHours(1)).number())
        .isNotNegative();
    assertThat(store.check().up()).isTrue();
  }

  private static void redirectWorks(PostgresStore store, Link link, Seeded some) {
    Links links = linksIn(store);
    assertThat(links.find(link.key())).contains(link);
    assertThat(links.changesAfter(links.latestChange(), 10)).isEmpty();
    assertThat(new PostgresVisitBudget(store).take(link.id(), 5, 2)).isEqualTo(2);
    assertThat(new PostgresVisitBudget(store).take(link.id(), 5, 9)).isEqualTo(3);
    startsWith(store, some);
  }

  private static void workerWorks(PostgresStore store, Link link, Seeded some) {
    assertThat(linksIn(store).find(link.key())).contains(link);
    startsWith(store, some);
  }

  private static void startsWith(PostgresStore store, Seeded some) {
    Installation installation = new PostgresInstallation(store, new Domains(store));
    installation.register(List.of(Host.DEFAULT, some.host()));
    LocalDate today = LocalDate.ofInstant(some.midnight(), ZoneOffset.UTC);
    VisitorSalt salt = installation.saltOf(today, new VisitorSalt(1, 2));
    assertThat(installation.saltOf(today.plusDays(2), new VisitorSalt(3, 4))).isNotEqualTo(salt);
    assertThat(installation.stack("started-" + some.word()).index()).isNotNegative();
  }

  private static int indexIn(PostgresStore store) {
    return new PostgresInstallation(store, new Domains(store)).stack("main").index();
  }

  private static Links linksIn(PostgresStore store) {
    return new PostgresLinks(store, new Domains(store));
  }

  private PostgresStore storeOf(String role) {
    return opened(configuration(role, role.equals("postgres") ? null : "hexlink_migrate"));
  }

  private PostgresConfiguration configuration(String role, @Nullable String migrationRole) {
    return new PostgresConfiguration(url, role, "", null, migrationRole, "", null, Duration.ofSeconds(5), 2, 2, 2, 2);
  }

  private PostgresStore opened(PostgresConfiguration configuration) {
    PostgresStore store = new PostgresStore(configuration);
    stores.add(store);
    return store;
  }

  private void createRoles() throws SQLException, IOException {
    as("postgres", Files.readString(ROLES));
  }

  private void as(String role, String statements) throws SQLException {
    try (Connection connection = connected(role); Statement statement = connection.createStatement()) {
      statement.execute(statements);
    }
  }

  private String shownTo(String role, String setting) throws SQLException {
    try (Connection connection = connected(role)) {
      return new Sql("show " + setting).first(connection, row -> row.getString(1)).orElseThrow();
    }
  }

  private Connection connected(String role) throws SQLException {
    return DriverManager.getConnection(url, role, "");
  }
}
