package eu.metacluster;

import static org.assertj.core.api.Assertions.assertThat;

import eu.metacluster.support.ProductSources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each module keeps to its own schema, in its code and in its migrations. */
class SqlTests {

  private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
  private static final Pattern FILE =
      Pattern.compile("V([1-9][0-9]*)__[a-z0-9]+(_[a-z0-9]+)*\\.sql");
  private static final String SCHEMAS = String.join("|", ModularityTests.FLOORS);

  /** A schema where only a table, view or function can stand. */
  private static final Pattern IN_A_STATEMENT =
      Pattern.compile(
          "(?i)\\b(?:from|join|into|update|table|copy|only|using|references|exists|call|index)\\s+"
              + "(?:only\\s+|if\\s+exists\\s+)?\"?("
              + SCHEMAS
              + ")\"?\\.\"?[a-z_]+");

  private static final Pattern QUALIFIED =
      Pattern.compile("(?i)(?<![\\w.])\"?(" + SCHEMAS + ")\"?\\.\"?([a-z_]+)");

  private static final Pattern CREATED =
      Pattern.compile(
          "(?i)\\bcreate\\s+(?:or\\s+replace\\s+)?(?:unlogged\\s+|materialized\\s+|temporary\\s+)?"
              + "(table|view|function|procedure|sequence|type|domain)\\s+(?:if\\s+not\\s+exists\\s+)?"
              + "([\\w.\"]+)");

  /** One migration with the module it belongs to, free of comments and texts. */
  private record Migration(String module, String file, String sql) {}

  @Test
  void codeAsksOnlyTheTablesOfItsOwnModule() {
    Set<String> tables = tables();
    assertThat(tables).as("tables that the migrations create").contains("journal.entry");
    List<String> foreign = new ArrayList<>();
    for (ProductSources.Source source : ProductSources.read()) {
      for (ProductSources.Literal literal : source.literals()) {
        foreignTables(source.module(), literal.text(), tables)
            .forEach(t -> foreign.add(source.path() + ":" + literal.line() + " uses " + t));
      }
    }
    assertThat(foreign).as("SQL on another module's schema").isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          grid      | select * from journal.entry where seq = ?       | journal.entry
          grid      | select 1 from grid.record r join journal.head h | journal.head
          grid      | INSERT INTO journal.entry (seq) values (1)      | journal.entry
          grid      | journal.entry (seq, at)                         | journal.entry
          grid      | update journal.head set seq = 1                 | journal.head
          journal   | select * from journal.entry                     |
          grid      | journal.page.from                               |
          grid      | taken from journal.notes                        | journal.notes
          grid      | journal.entry                                   |
          """)
  void theGateSeesForeignSqlAndLeavesMessageKeysAlone(
      String module, String literal, String expected) {
    List<String> found = foreignTables(module, literal, Set.of("journal.entry", "journal.head"));
    assertThat(found).isEqualTo(expected == null ? List.of() : List.of(expected));
  }

  @Test
  void migrationsKeepToTheSchemaOfTheirModule() {
    List<String> wrong = new ArrayList<>();
    for (Migration migration : migrations()) {
      QUALIFIED
          .matcher(migration.sql())
          .results()
          .filter(found -> !found.group(1).equals(migration.module()))
          .forEach(found -> wrong.add(migration.file() + " names " + found.group()));
      CREATED
          .matcher(migration.sql())
          .results()
          .filter(found -> !found.group(2).startsWith(migration.module() + "."))
          .forEach(found -> wrong.add(migration.file() + " creates " + found.group(2)));
      if (migration.sql().matches("(?is).*\\bset\\s+search_path\\b.*")) {
        wrong.add(migration.file() + " sets the search path");
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void migrationsAreNamedAlikeAndNumberedOnce() throws IOException {
    String settings = Files.readString(Path.of("src/main/resources/application.yaml"));
    Matcher known = Pattern.compile("(?m)^ {2}modules: (.*)$").matcher(settings);
    assertThat(known.find()).as("metacluster.modules").isTrue();
    try (Stream<Path> folders = Files.list(MIGRATIONS)) {
      for (Path folder : folders.toList()) {
        String module = folder.getFileName().toString();
        assertThat(known.group(1).split(", *")).as("metacluster.modules").contains(module);
        assertThat(numbers(folder)).as("versions of " + module).doesNotHaveDuplicates();
      }
    }
  }

  private static List<Integer> numbers(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> !file.startsWith("."))
          .map(SqlTests::number)
          .sorted()
          .toList();
    }
  }

  private static int number(String file) {
    Matcher name = FILE.matcher(file);
    assertThat(name.matches())
        .as("a migration is called V1__what_it_does.sql, not " + file)
        .isTrue();
    return Integer.parseInt(name.group(1));
  }

  private static List<String> foreignTables(String module, String text, Set<String> tables) {
    Set<String> found = new TreeSet<>();
    IN_A_STATEMENT
        .matcher(text)
        .results()
        .filter(hit -> !hit.group(1).equalsIgnoreCase(module))
        .forEach(hit -> found.add(hit.group().replaceFirst("(?s).*\\s", "").replace("\"", "")));
    tables.stream()
        .filter(table -> !table.startsWith(module + ".") && text.startsWith(table + " ("))
        .forEach(found::add);
    return List.copyOf(found);
  }

  private static Set<String> tables() {
    Set<String> tables = new TreeSet<>();
    migrations()
        .forEach(m -> CREATED.matcher(m.sql()).results().forEach(hit -> tables.add(hit.group(2))));
    return tables;
  }

  private static List<Migration> migrations() {
    try (Stream<Path> files = Files.walk(MIGRATIONS)) {
      return files
          .filter(file -> file.toString().endsWith(".sql"))
          .map(SqlTests::migration)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Migration migration(Path file) {
    try {
      String sql =
          Files.readString(file).replaceAll("--[^\n]*", "").replaceAll("'(?:[^']|'')*'", "''");
      return new Migration(
          MIGRATIONS.relativize(file).getName(0).toString(),
          MIGRATIONS.relativize(file).toString(),
          sql);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
