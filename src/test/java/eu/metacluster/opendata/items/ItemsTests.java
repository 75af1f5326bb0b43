package eu.metacluster.opendata.items;

import static org.assertj.core.api.Assertions.assertThat;

import eu.metacluster.grid.Field;
import eu.metacluster.grid.Finding;
import eu.metacluster.grid.GridRecord;
import eu.metacluster.grid.Identifier.Scheme;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.grid.Sources;
import eu.metacluster.journal.Followers;
import eu.metacluster.opendata.OpenGrid;
import eu.metacluster.support.ProductTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ProductTest
@Import(OpenGrid.class)
class ItemsTests {

  @Autowired OpenGrid grid;
  @Autowired Items items;
  @Autowired Sources sources;
  @Autowired Followers followers;
  @Autowired JdbcTemplate jdbc;
  @Autowired JsonMapper json;

  @Test
  void aPublishedProjectIsAnItemWithItsFactsPartnersAndSources() {
    GridRecord project =
        grid.project(
            "LIQUID",
            "Liquid biopsy \"in\" everyday care\n☃",
            Finding.Fact.of(Field.TOTAL_COST, "1200000.50 SEK 2024"),
            Finding.Fact.of(Field.DURATION, "48"),
            Finding.Fact.of(Field.PILLAR, "early-detection"));

    Item item = item(project);
    JsonNode body = json.readTree(item.body());

    assertThat(item.deleted()).isFalse();
    assertThat(item.title()).isEqualTo(project.title());
    assertThat(body.path("title").asString()).isEqualTo(project.title());
    assertThat(body.at("/facts/totalCost/amount").decimalValue()).isEqualByComparingTo("1200000.5");
    assertThat(body.at("/facts/totalCost/currency").asString()).isEqualTo("SEK");
    assertThat(body.at("/facts/duration").asInt()).isEqualTo(48);
    assertThat(body.at("/facts/pillar/0").asString()).isEqualTo("early-detection");
    assertThat(body.at("/participations/0/organisation/title").asString())
        .startsWith("Institut Curie");
    assertThat(body.at("/participations")).hasSize(2);
    assertThat(body.at("/sources/0/licence").asString()).isEqualTo("CC-BY-4.0");
    assertThat(json.readTree(item.claims())).hasSize(5);
    assertThat(item.sets()).contains("kind:project", "pillar:early-detection");
    assertThat(items.participations(null, project.id(), 0, 10)).isNotEmpty();
  }

  @Test
  void whatChangesMovesForwardAndWhatStaysDoesNot() {
    long source = grid.source("Moving register");
    String grant = OpenGrid.number();
    GridRecord project = grid.put(source, project(grant, "First title"));
    assertThat(items.find(project.id())).isEmpty();
    grid.publish(project);
    long first = item(project).position();

    grid.put(source, project(grant, "First title"));
    assertThat(item(project).position()).isEqualTo(first);

    grid.put(source, project(grant, "Second title"));
    Item second = item(project);
    assertThat(second.position()).isGreaterThan(first);
    assertThat(second.body()).contains("Second title").doesNotContain("First title");
    assertThat(items.since(first, 100)).extracting(Item::record).contains(project.id());
  }

  @Test
  void whatIsWithdrawnStaysAsDeletedAndEmptyAndComesBack() {
    GridRecord project = grid.project("GOES", "It goes and comes");
    long before = item(project).position();

    grid.withdraw(project);

    Item gone = item(project);
    assertThat(gone.deleted()).isTrue();
    assertThat(gone.body()).isEqualTo("{}");
    assertThat(gone.claims()).isEqualTo("[]");
    assertThat(gone.title()).isNull();
    assertThat(gone.position()).isGreaterThan(before);
    assertThat(items.participations(null, project.id(), 0, 10))
        .noneMatch(part -> part.project().equals(project.id()));

    grid.publish(project);
    assertThat(item(project).deleted()).isFalse();
    assertThat(item(project).position()).isGreaterThan(gone.position());
  }

  @Test
  void whatIsMergedNamesItsSuccessor() {
    GridRecord from = grid.thing(RecordKind.NEWS, "Told twice");
    GridRecord into = grid.thing(RecordKind.NEWS, "Told once");

    grid.merge(from, into);

    assertThat(item(from).deleted()).isTrue();
    assertThat(item(from).successor()).isEqualTo(into.path());
  }

  @Test
  void aPartnersNewNameReachesTheProjectsThatNameIt() {
    long source = grid.source("Register of names");
    String pic = OpenGrid.number();
    grid.put(source, OpenGrid.organisation(pic, "Old name " + pic, "FR"));
    GridRecord project =
        grid.put(
            source,
            OpenGrid.finding(
                RecordKind.PROJECT,
                OpenGrid.number(),
                Scheme.GRANT,
                List.of(OpenGrid.partner(pic, "coordinator", 1)),
                OpenGrid.facts("NAMES", "A project of names")));
    grid.publish(project);
    assertThat(item(project).body()).contains("Old name " + pic);

    grid.put(source, OpenGrid.organisation(pic, "New name " + pic, "FR"));

    assertThat(item(project).body()).contains("New name " + pic).doesNotContain("Old name");
  }

  @Test
  void whatASourceKeepsToItselfIsInNoItem() {
    long open = grid.source("Open register");
    long closed = grid.source("Closed register");
    String grant = OpenGrid.number();
    GridRecord project = grid.put(open, project(grant, "An open title"));
    grid.put(
        closed,
        project(grant, "A closed title", Finding.Fact.of(Field.KEYWORDS, "kept to itself")));
    grid.publish(project);
    assertThat(item(project).claims()).contains("kept to itself");

    sources.allowPassingOn(closed, false, null);
    grid.settle();

    Item item = item(project);
    assertThat(item.title()).isEqualTo("An open title");
    assertThat(item.body() + item.claims())
        .doesNotContain("kept to itself", "A closed title", "Closed register");
    assertThat(item.sets()).doesNotContain("source:" + closed);
    assertThat(items.sources()).extracting(ItemSource::id).doesNotContain(closed);

    sources.allowPassingOn(open, false, null);
    grid.settle();
    assertThat(item(project).deleted()).isTrue();
  }

  @Test
  void builtAgainTheItemsAreWhatTheyWere() {
    GridRecord project = grid.project("AGAIN", "Built again");
    GridRecord gone = grid.project("NEVER", "Not built again");
    grid.withdraw(gone);
    String all =
        """
        select record, handle, title, position, changed_at, deleted, successor, digest, body,
          claims, sets from opendata.item order by record""";
    List<Map<String, Object>> before = rows(all);

    followers.reset("opendata.items", null);
    grid.settle();

    assertThat(rows(all)).hasSameSizeAs(before).isEqualTo(before);

    long highest = items.position();
    jdbc.update("update opendata.item set body = '{\"id\":1}' where record = ?", project.id());
    followers.reset("opendata.items", null);
    grid.settle();
    assertThat(item(project).body()).contains("Built again");
    assertThat(item(project).position()).isGreaterThan(highest);
  }

  @Test
  void pagesMeetEveryLiveItemOnce() {
    grid.project("PAGED", "A project for pages");
    List<Item> paged = new ArrayList<>();
    List<Item> page = items.page(null, null, 2);
    while (!page.isEmpty()) {
      paged.addAll(page);
      page = items.page(null, page.getLast().record(), 2);
    }
    List<Item> streamed = new ArrayList<>();
    items.each(null, streamed::add);

    assertThat(paged).extracting(Item::record).doesNotHaveDuplicates();
    assertThat(paged).isEqualTo(streamed).isNotEmpty().noneMatch(Item::deleted);
    assertThat(items.counts().values().stream().mapToLong(Long::longValue).sum())
        .isEqualTo(paged.size());
  }

  private static Finding project(String grant, String title, Finding.Fact... more) {
    return OpenGrid.finding(
        RecordKind.PROJECT,
        grant,
        Scheme.GRANT,
        List.of(),
        OpenGrid.facts("P" + grant, title, more));
  }

  private Item item(GridRecord record) {
    return items.find(record.id()).orElseThrow();
  }

  private List<Map<String, Object>> rows(String sql) {
    List<Map<String, Object>> rows = jdbc.queryForList(sql);
    rows.forEach(
        row ->
            row.replaceAll(
                (name, value) ->
                    value instanceof byte[] bytes
                        ? java.util.HexFormat.of().formatHex(bytes)
                        : String.valueOf(value)));
    return rows;
  }
}
