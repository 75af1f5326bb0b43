package eu.metacluster.opendata.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import eu.metacluster.opendata.OpenGrid;
import eu.metacluster.opendata.dumps.DumpForTests;
import eu.metacluster.support.ProductTest;
import java.io.File;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** The examples of the page and of the documentation are run as they stand. */
@ProductTest
@Import({OpenGrid.class, DumpForTests.class})
class ExampleTests {

  @Autowired OpenGrid grid;
  @Autowired DumpForTests dump;
  @LocalServerPort int port;
  @TempDir Path folder;

  @BeforeEach
  void somethingToRead() {
    grid.project("EXAMPLE", "An example of cancer research");
    dump.make();
  }

  @ParameterizedTest
  @CsvSource({
    "read.sh, bash, 'An example of cancer research'",
    "read.py, python3, 'project'",
    "read.R, Rscript, 'project'",
    "Read.java, java, '\"changes\":['"
  })
  void anExampleRunsAndSaysSomething(String file, String tool, String expected) throws Exception {
    Optional<String> command = tool.equals("java") ? Optional.of(java()) : onPath(tool);
    assumeThat(command).as(tool + " on this machine").isPresent();
    Path script = Files.writeString(folder.resolve(file), example(file).text());
    Path told = folder.resolve("told.txt");
    Process process =
        new ProcessBuilder(command.orElseThrow(), script.toString())
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(told.toFile())
            .start();

    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();

    String answer = Files.readString(told);
    assertThat(process.exitValue()).as(answer).isZero();
    assertThat(answer).contains(expected);
  }

  @Test
  void theQueryRunsOnTheFile() throws Exception {
    Path file = folder.resolve("records.parquet");
    HttpClient.newBuilder()
        .followRedirects(HttpClient.Redirect.NORMAL)
        .build()
        .send(
            HttpRequest.newBuilder(URI.create(site() + "/dumps/latest/records.parquet")).build(),
            BodyHandlers.ofFile(file));
    String sql = example("read.sql").text().replace("'records.parquet'", "'" + file + "'");
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duck.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getLong("records")).isPositive();
    }
  }

  @Test
  void theDocumentationHasTheSameExamples() throws Exception {
    String documentation = Files.readString(Path.of("docs/open-data.md"));
    for (Example example : Example.all(Example.SITE)) {
      assertThat(documentation).contains(example.text());
    }
  }

  private Example example(String file) {
    return Example.all(site()).stream()
        .filter(one -> one.file().equals(file))
        .findFirst()
        .orElseThrow();
  }

  private String site() {
    return "http://localhost:" + port;
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private static Optional<String> onPath(String tool) {
    List<String> folders = Arrays.asList(System.getenv("PATH").split(File.pathSeparator, -1));
    return folders.stream()
        .map(one -> Path.of(one, tool))
        .filter(Files::isExecutable)
        .map(Path::toString)
        .findFirst();
  }
}
