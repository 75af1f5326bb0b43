package eu.metacluster.screening;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import eu.metacluster.grid.Finding;
import eu.metacluster.grid.Intake;
import eu.metacluster.grid.Origin;
import eu.metacluster.grid.RecordState;
import eu.metacluster.screening.deciding.Settings;
import eu.metacluster.support.ProductTest;
import eu.metacluster.support.SharedData;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Two members of a committee work through a queue of real projects in their browsers, with the
 * keyboard, each for themselves; the labels of the sample are what they think.
 */
@ProductTest
@Import({Committee.class, SignInForTests.class})
@TestPropertySource(properties = "metacluster.test.database=committee-of-two")
class CommitteeOfTwoTests {

  private static final int PROJECTS = 300;
  private static final int VOTES = 24;
  private static final int APART = 5;
  private static final int PATIENCE_MS = 60_000;

  @Autowired Committee committee;
  @Autowired Settings settings;
  @Autowired Intake intake;
  @Autowired JdbcClient jdbc;
  @LocalServerPort int port;

  @Test
  void twoMembersAgreeOnRealProjectsAndWhatTheyAgreeOnIsPublic() throws IOException {
    Map<String, Integer> labels = labels();
    takeIn(labels);
    settings.twoPerson(committee.chief.account(), true);
    try (Windows windows = new Windows(port)) {
      List<String> adas = work(windows.open(committee.ada), labels, VOTES, -1);
      assertThat(inScope(adas, labels)).as("in scope of what Ada read").isGreaterThan(0.75);
      assertThat(adas).allSatisfy(this::isNotPublic);

      List<String> bens = work(windows.open(committee.ben), labels, VOTES, APART);
      List<String> both = bens.stream().filter(adas::contains).toList();
      assertThat(both).as("read by both").hasSizeGreaterThanOrEqualTo(VOTES / 2);
      for (String grant : both) {
        boolean agreed = !grant.equals(bens.get(APART));
        boolean relevant = labels.getOrDefault(grant, 0) > 0;
        assertThat(committee.record(grant).state().equals(RecordState.PUBLISHED))
            .as(grant)
            .isEqualTo(agreed && relevant);
      }
      assertThat(settledAnew(windows.open(committee.ada))).isTrue();
    } finally {
      settings.twoPerson(committee.chief.account(), false);
    }
  }

  /** The quality page has counted what the two said, and how often they said the same. */
  private static boolean settledAnew(Page page) {
    page.navigate("/queue/quality");
    String text = page.innerText("main");
    assertThat(text).contains("Cohen's kappa", "Said the same");
    return !text.contains("No case has the votes of two persons yet");
  }

  private void isNotPublic(String grant) {
    assertThat(committee.record(grant).state()).isNotEqualTo(RecordState.PUBLISHED);
  }

  /**
   * Reads so many cases in the order in which the queue offers them and votes by the labels.
   *
   * @param contrary which one is voted on the other way round, -1 for none
   * @return the grant numbers read, in their order
   */
  private List<String> work(Page page, Map<String, Integer> labels, int votes, int contrary) {
    page.setDefaultTimeout(PATIENCE_MS);
    page.navigate("/queue");
    page.getByText("Start deciding").click();
    page.waitForURL(url -> url.contains("/queue/"));
    List<String> read = new ArrayList<>();
    while (read.size() < votes) {
      String here = page.url();
      String grant = grant(here);
      boolean relevant = labels.getOrDefault(grant, 0) > 0;
      boolean takesIn = relevant != (read.size() == contrary);
      page.keyboard().press(takesIn ? "a" : "d");
      page.keyboard().press("1");
      page.keyboard().press("Enter");
      page.waitForURL(url -> !url.equals(here));
      read.add(grant);
    }
    assertThat(read).doesNotHaveDuplicates();
    return read;
  }

  private String grant(String url) {
    String handle = url.replaceFirst("[?#].*", "").replaceFirst(".*/queue/", "");
    return jdbc.sql(
            """
            select i.value from screening.case c
            join grid.identifier i on i.record = c.lead and i.scheme = 'GRANT'
            where c.handle = ?""")
        .param(handle)
        .query(String.class)
        .single();
  }

  private static double inScope(List<String> grants, Map<String, Integer> labels) {
    return grants.stream().filter(grant -> labels.getOrDefault(grant, 0) > 0).count()
        / (double) grants.size();
  }

  private void takeIn(Map<String, Integer> labels) throws IOException {
    Origin origin = committee.origin();
    List<Finding> findings = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder()
            .fieldSeparator(';')
            .ofNamedCsvRecord(
                new InputStreamReader(
                    new GZIPInputStream(
                        Files.newInputStream(SharedData.at("cordis/horizon/project.csv.gz"))),
                    StandardCharsets.UTF_8))) {
      rows.forEach(
          row -> {
            if (labels.containsKey(row.getField("id"))) {
              findings.add(
                  Committee.project(
                      row.getField("id"),
                      row.getField("acronym"),
                      row.getField("title"),
                      row.getField("objective")));
            }
          });
    }
    assertThat(findings).hasSizeGreaterThan(PROJECTS / 2);
    intake.accept(origin, findings);
    committee.settle();
  }

  /** The first projects of the labelled sample, with how far each is in scope. */
  private static Map<String, Integer> labels() throws IOException {
    Map<String, Integer> labels = new LinkedHashMap<>();
    JsonMapper json = JsonMapper.shared();
    for (String line : Files.readAllLines(SharedData.at("labels/precision-oncology.jsonl"))) {
      if (!line.isBlank() && labels.size() < PROJECTS) {
        JsonNode label = json.readTree(line);
        labels.put(label.get("id").asString(), label.get("scope").asInt());
      }
    }
    return new HashMap<>(labels);
  }
}
