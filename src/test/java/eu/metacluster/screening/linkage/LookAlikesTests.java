package eu.metacluster.screening.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LookAlikesTests {

  private static final List<String> COLUMNS = List.of("name", "town", "year");
  private static final String[] SYLLABLES = {
    "ka", "lo", "mi", "ren", "tas", "vol", "du", "pe", "sor", "ni", "gal", "bru", "fen", "hu", "zet"
  };

  private final Random random = new Random(3);

  @Test
  void partnersAreFoundInOneOtherTableAndNoRowHasTwo() {
    List<List<String>> rows = strangers(300);
    LinkTable a = table(rows);
    LinkTable b = table(rows.subList(0, 150).stream().map(this::misspelt).toList());

    LookAlikes found = LookAlikes.between(a, b);

    assertThat(found.links()).hasSizeBetween(145, 152);
    assertThat(found.links())
        .filteredOn(link -> link.one() == link.other())
        .hasSizeGreaterThan(145);
    assertThat(found.links()).extracting(Link::one).doesNotHaveDuplicates();
    assertThat(found.links()).extracting(Link::other).doesNotHaveDuplicates();
  }

  @Test
  void aLinkSaysWhatEachColumnWeighs() {
    List<List<String>> rows = strangers(200);
    LookAlikes found = LookAlikes.between(table(rows), table(rows.subList(0, 100)));

    Link link = found.links().getFirst();
    assertThat(link.probability()).isGreaterThan(0.99);
    assertThat(link.reasons())
        .extracting(Agreement::column)
        .contains("name", "town", "year", LookAlikes.ROW, LookAlikes.RIVALS);
    assertThat(link.reasons().getFirst().likeness()).isEqualTo(1);
    assertThat(link.reasons().getFirst().weight()).isPositive();
  }

  @Test
  void numbersThatMovedToAnotherColumnAreHeldAgainstEachOther() {
    List<List<String>> rows = strangers(200);
    List<List<String>> others = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      List<String> row = rows.get(i);
      String year = i < 110 ? row.get(2) : "18" + (10 + i % 50);
      others.add(List.of(row.get(0) + " " + year, row.get(1), ""));
    }

    LookAlikes found = LookAlikes.between(table(rows), table(others));

    assertThat(numbers(found, 5).likeness()).isEqualTo(1);
    assertThat(numbers(found, 115).likeness()).isZero();
    assertThat(numbers(found, 5).weight()).isGreaterThan(numbers(found, 115).weight());
  }

  private static Agreement numbers(LookAlikes found, int row) {
    Link link = found.links().stream().filter(one -> one.one() == row).findFirst().orElseThrow();
    return link.reasons().stream()
        .filter(reason -> LookAlikes.NUMBERS.equals(reason.column()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whereNothingBelongsTogetherNothingIsInvented() {
    LookAlikes between = LookAlikes.between(table(strangers(400)), table(strangers(300)));
    LookAlikes within = LookAlikes.within(table(strangers(400)));

    assertThat(between.links()).hasSizeLessThan(4);
    assertThat(within.links()).hasSizeLessThan(4);
  }

  @Test
  void groupsOfAnySizeAreFoundInOneTable() {
    List<List<String>> rows = new ArrayList<>(strangers(200));
    for (int i = 0; i < 60; i++) {
      for (int copies = 0; copies <= i % 4; copies++) {
        rows.add(misspelt(rows.get(i)));
      }
    }

    LookAlikes found = LookAlikes.within(table(rows));

    assertThat(found.groups()).hasSizeBetween(57, 63);
    assertThat(found.groups()).filteredOn(group -> group.size() == 5).hasSizeBetween(13, 16);
    Set<Integer> seen = new HashSet<>();
    found.groups().forEach(group -> group.forEach(row -> assertThat(seen.add(row)).isTrue()));
  }

  @Test
  void whatIsKnownToBeDifferentIsNoCandidate() {
    List<List<String>> rows = new ArrayList<>(strangers(150));
    for (int i = 0; i < 40; i++) {
      rows.add(misspelt(rows.get(i)));
    }

    assertThat(LookAlikes.within(table(rows)).links()).hasSizeGreaterThan(30);
    LookAlikes halves = LookAlikes.within(table(rows), (one, other) -> one % 2 != other % 2);
    assertThat(halves.links())
        .hasSizeGreaterThan(30)
        .allMatch(link -> link.one() % 2 == link.other() % 2);
    assertThat(LookAlikes.within(table(rows), (one, other) -> true).links()).isEmpty();
  }

  @Test
  void aTableAgainstItselfIsTheSameTable() {
    LinkTable table = table(strangers(150));

    LookAlikes found = LookAlikes.between(table, table);

    assertThat(found.links()).hasSize(150).allMatch(link -> link.one() == link.other());
  }

  @Test
  void columnsNeedNotBearTheSameNameNorBeFilled() {
    List<List<String>> rows = strangers(150);
    LinkTable a = table(rows);
    LinkTable b =
        new LinkTable(
            List.of("titre", "lieu", "an"),
            a.ids(),
            rows.stream()
                .map(row -> List.of(row.get(0) + " " + row.get(1), "", row.get(2)))
                .toList());

    assertThat(LookAlikes.between(a, b).links())
        .hasSizeGreaterThan(140)
        .allMatch(link -> link.one() == link.other());
  }

  @Test
  void emptyRowsAndTablesHaveNoLookAlikes() {
    LinkTable empty = new LinkTable(COLUMNS, List.of(), List.of());
    LinkTable blank =
        table(List.of(List.of("", "", ""), List.of("", " ", "\0"), List.of("", "", "")));

    assertThat(LookAlikes.within(empty).links()).isEmpty();
    assertThat(LookAlikes.within(blank).links()).isEmpty();
    assertThat(LookAlikes.between(empty, table(strangers(5))).links()).isEmpty();
    assertThat(LookAlikes.between(blank, blank).links()).isEmpty();
  }

  private List<List<String>> strangers(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> List.of(word(4) + " " + word(3), word(2), "" + (1900 + random.nextInt(100))))
        .toList();
  }

  private String word(int syllables) {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < syllables; i++) {
      word.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
    }
    return word.toString();
  }

  private List<String> misspelt(List<String> row) {
    StringBuilder name = new StringBuilder(row.getFirst());
    name.setCharAt(random.nextInt(name.length()), 'q');
    return List.of(name.toString(), row.get(1), random.nextInt(5) == 0 ? "" : row.get(2));
  }

  private static LinkTable table(List<List<String>> rows) {
    return new LinkTable(
        COLUMNS, IntStream.range(0, rows.size()).mapToObj(i -> "r" + i).toList(), rows);
  }
}
