package eu.metacluster.discovery.network;

import eu.metacluster.discovery.charts.Chart;
import eu.metacluster.discovery.charts.Ties;
import eu.metacluster.discovery.search.Census;
import eu.metacluster.discovery.search.Facet;
import eu.metacluster.discovery.search.Found;
import eu.metacluster.discovery.search.GridQuery;
import eu.metacluster.discovery.search.GridSearch;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.platform.web.Page;
import java.math.BigDecimal;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which countries work together: two do in every project in which both have a partner. */
final class CountryNetwork {

  private static final Census.Pair MEETING = new Census.Pair(Facet.COUNTRY, Facet.COUNTRY);
  private static final Pattern ISO = Pattern.compile("[A-Z]{2}");

  /** So many countries have room, and so many ties can still be told apart. */
  private static final int MOST = 32;

  private static final int DRAWN = 90;
  private static final int STRONG = 20;
  private static final double SMALLEST = 4;
  private static final double LARGEST = 15;

  private final Page page;
  private final GridQuery query;
  private final Census census;

  private CountryNetwork(Page page, GridQuery query, Census census) {
    this.page = page;
    this.query = query;
    this.census = census;
  }

  /** How many projects two countries share. */
  private record Meeting(String one, String other, long projects) {}

  /** The projects that answer a question, by the countries that meet in them. */
  static Ties of(GridSearch search, GridQuery asked, Page page) {
    GridQuery query = asked.only(Facet.KIND, RecordKind.PROJECT.word()).at(1);
    return new CountryNetwork(page, query, search.census(query, List.of(MEETING))).ties();
  }

  private Ties ties() {
    List<String> known =
        census.of(Facet.COUNTRY).stream()
            .filter(count -> count.count() > 0 && ISO.matcher(count.value()).matches())
            .map(Found.Count::value)
            .toList();
    List<Meeting> meetings = meetings(known);
    List<String> drawn = drawn(known, meetings);
    CountryRing ring = new CountryRing(drawn);
    return new Ties(
        drawn.stream().map(iso -> knot(ring, iso, drawn)).toList(),
        lines(ring, meetings, drawn),
        table(meetings));
  }

  /** Those with most projects, by their names. */
  private List<String> drawn(List<String> known, List<Meeting> meetings) {
    Collator collator = Collator.getInstance(page.locale());
    return known.stream()
        .filter(iso -> meetings.stream().anyMatch(meeting -> has(meeting, iso)))
        .limit(MOST)
        .sorted(Comparator.comparing(page::country, collator::compare))
        .toList();
  }

  private static boolean has(Meeting meeting, String iso) {
    return meeting.one().equals(iso) || meeting.other().equals(iso);
  }

  private List<Meeting> meetings(List<String> known) {
    List<Meeting> meetings = new ArrayList<>();
    for (int i = 0; i < known.size(); i++) {
      for (int k = i + 1; k < known.size(); k++) {
        long projects = census.where(MEETING, known.get(i), known.get(k));
        if (projects > 0) {
          meetings.add(new Meeting(known.get(i), known.get(k), projects));
        }
      }
    }
    meetings.sort(Comparator.comparingLong(Meeting::projects).reversed());
    return meetings;
  }

  private Ties.Knot knot(CountryRing ring, String iso, List<String> drawn) {
    long projects = census.count(Facet.COUNTRY, iso);
    long most = drawn.stream().mapToLong(one -> census.count(Facet.COUNTRY, one)).max().orElse(1);
    double radius = Math.max(SMALLEST, LARGEST * Math.sqrt((double) projects / most));
    String name = page.country(iso);
    return ring.knot(
        iso,
        name,
        page.t("discovery.ties.country", name, projects),
        query.only(Facet.COUNTRY, iso).address("/grid"),
        radius);
  }

  private List<Ties.Tie> lines(CountryRing ring, List<Meeting> meetings, List<String> drawn) {
    List<Meeting> strongest =
        meetings.stream()
            .filter(one -> drawn.contains(one.one()) && drawn.contains(one.other()))
            .limit(DRAWN)
            .toList();
    double most = strongest.isEmpty() ? 1 : strongest.getFirst().projects();
    List<Ties.Tie> lines = new ArrayList<>();
    for (int at = strongest.size() - 1; at >= 0; at--) {
      lines.add(line(ring, strongest.get(at), most, at < STRONG));
    }
    return lines;
  }

  private Ties.Tie line(CountryRing ring, Meeting meeting, double most, boolean strong) {
    double[] from = ring.place(meeting.one());
    double[] to = ring.place(meeting.other());
    int weight = Ties.weight(meeting.projects(), most);
    String title = page.t("discovery.ties.meeting", name(meeting), meeting.projects());
    return new Ties.Tie(from[0], from[1], to[0], to[1], weight, strong, title, list(meeting));
  }

  private String name(Meeting meeting) {
    return page.country(meeting.one()) + " – " + page.country(meeting.other());
  }

  private Chart table(List<Meeting> meetings) {
    return new Chart(
        "network",
        Chart.Shape.BARS,
        page.t("discovery.ties.title"),
        page.t("discovery.ties.note"),
        page.t("discovery.ties.pair"),
        List.of(Chart.Column.count("projects", page.t("discovery.network.shared"))),
        meetings.stream().map(this::line).toList());
  }

  private Chart.Line line(Meeting meeting) {
    Chart.Cell cell = new Chart.Cell(BigDecimal.valueOf(meeting.projects()), list(meeting));
    return new Chart.Line(meeting.one() + " " + meeting.other(), name(meeting), "", List.of(cell));
  }

  /**
   * The projects in which both meet: both countries as words with a field, for which each must be
   * there. Together with several other words a list would be looked for less strictly than here.
   */
  private @Nullable String list(Meeting meeting) {
    boolean words = !query.words().isEmpty();
    return words || query.lengthy()
        ? null
        : query.saying("country:" + meeting.one() + " country:" + meeting.other()).address("/grid");
  }
}
