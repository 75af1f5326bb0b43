package eu.metacluster.discovery.pages;

import eu.metacluster.grid.Field;
import eu.metacluster.grid.GridRecord;
import eu.metacluster.grid.OpenRecord;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.platform.SiteAddress;
import eu.metacluster.platform.web.Page;
import eu.metacluster.shared.PartialDate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How to cite a record, in the formats that reference managers read.
 *
 * @param key a short name of it
 * @param title with the acronym before it
 * @param author the coordinator of a project, null when nobody is named
 * @param start first day, null when it is not stated
 * @param address of its page
 * @param seen the day on which it was looked at
 */
public record Citation(
    String key,
    String title,
    @Nullable String author,
    @Nullable LocalDate start,
    @Nullable String grant,
    @Nullable String doi,
    String address,
    LocalDate seen) {

  private static final String GRID = "Metacluster live grid";

  static Citation of(RecordView view, SiteAddress site, LocalDate today) {
    GridRecord record = view.record();
    boolean named = record.acronym() != null && !record.acronym().equals(record.title());
    return new Citation(
        record.handle(),
        named ? record.acronym() + ": " + record.title() : record.title(),
        author(view),
        record.startDate(),
        stated(view, Field.GRANT),
        stated(view, Field.DOI),
        site.of(record.path()),
        today);
  }

  /**
   * Of what may be passed on alone.
   *
   * @param title what it is called there
   * @param author the coordinator of a project as it is called there, null when nobody is named
   */
  static Citation of(
      OpenRecord open, String title, @Nullable String author, SiteAddress site, LocalDate today) {
    String acronym = first(open, Field.ACRONYM);
    String start = first(open, Field.START_DATE);
    return new Citation(
        open.record().handle(),
        acronym != null && !acronym.equals(title) ? acronym + ": " + title : title,
        author,
        start == null ? null : PartialDate.firstDay(start),
        first(open, Field.GRANT),
        first(open, Field.DOI),
        site.of(open.record().path()),
        today);
  }

  private static @Nullable String first(OpenRecord open, Field field) {
    List<String> values = open.shown().get(field);
    return values == null ? null : values.getFirst();
  }

  private static @Nullable String author(RecordView view) {
    return view.partners().stream()
        .filter(partner -> view.record().kind() == RecordKind.PROJECT)
        .filter(partner -> partner.role().equals("coordinator"))
        .map(partner -> partner.other().title())
        .findFirst()
        .orElse(null);
  }

  private static @Nullable String stated(RecordView view, Field field) {
    return view.groups().stream()
        .flatMap(group -> group.facts().stream())
        .filter(fact -> fact.field() == field)
        .flatMap(fact -> fact.values().stream())
        .map(Fact.Value::text)
        .findFirst()
        .orElse(null);
  }

  /** One sentence to paste. */
  public String plain(Page page) {
    String year = start == null ? "" : " (" + start.getYear() + ")";
    String who = author == null ? title + year : author + year + ". " + title;
    return Stream.of(
            who,
            grant == null ? null : page.t("discovery.cite.grant", grant),
            doi == null ? null : "https://doi.org/" + doi,
            GRID + ", " + page.t("discovery.cite.seen", seen) + ", " + address)
        .filter(Objects::nonNull)
        .reduce((a, b) -> a + ". " + b)
        .orElse(title);
  }

  /** An entry for BibTeX. */
  String bibtex() {
    StringBuilder entry = new StringBuilder("@misc{").append(key.replaceAll("[^A-Za-z0-9-]", ""));
    fields()
        .forEach(
            (name, value) ->
                entry.append(",\n  ").append(name).append(" = {").append(value).append('}'));
    return entry.append("\n}\n").toString();
  }

  private Map<String, String> fields() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("title", "{" + tex(title) + "}");
    if (author != null) {
      fields.put("author", "{" + tex(author) + "}");
    }
    if (start != null) {
      fields.put("year", String.valueOf(start.getYear()));
    }
    if (doi != null) {
      fields.put("doi", tex(doi));
    }
    if (grant != null) {
      fields.put("number", tex(grant));
    }
    fields.put("howpublished", GRID);
    fields.put("url", address);
    fields.put("urldate", seen.toString());
    return fields;
  }

  private static String tex(String text) {
    StringBuilder safe = new StringBuilder();
    for (char c : text.toCharArray()) {
      switch (c) {
        case '\\' -> safe.append("\\textbackslash ");
        case '~' -> safe.append("\\textasciitilde ");
        case '^' -> safe.append("\\textasciicircum ");
        case '{', '}', '&', '%', '$', '#', '_' -> safe.append('\\').append(c);
        default -> safe.append(Character.isISOControl(c) ? ' ' : c);
      }
    }
    return safe.toString();
  }

  /** An entry in the format RIS. */
  String ris() {
    List<String> lines = new ArrayList<>(List.of("TY  - ELEC", "TI  - " + line(title)));
    if (author != null) {
      lines.add("AU  - " + line(author));
    }
    if (start != null) {
      lines.add("PY  - " + start.getYear());
      lines.add("DA  - " + start.toString().replace('-', '/'));
    }
    if (doi != null) {
      lines.add("DO  - " + line(doi));
    }
    if (grant != null) {
      lines.add("M1  - " + line(grant));
    }
    lines.addAll(
        List.of(
            "PB  - " + GRID,
            "UR  - " + address,
            "Y2  - " + seen.toString().replace('-', '/'),
            "ER  - "));
    return String.join("\r\n", lines) + "\r\n";
  }

  private static String line(String text) {
    return text.replaceAll("\\p{Cntrl}+", " ");
  }

  /** An item of CSL-JSON. */
  Map<String, Object> csl() {
    Map<String, Object> item = new LinkedHashMap<>();
    item.put("id", key);
    item.put("type", "webpage");
    item.put("title", title);
    if (author != null) {
      item.put("author", List.of(Map.of("literal", author)));
    }
    if (start != null) {
      item.put("issued", day(start));
    }
    if (doi != null) {
      item.put("DOI", doi);
    }
    if (grant != null) {
      item.put("number", grant);
    }
    item.put("container-title", GRID);
    item.put("URL", address);
    item.put("accessed", day(seen));
    return item;
  }

  private static Map<String, Object> day(LocalDate day) {
    return Map.of(
        "date-parts", List.of(List.of(day.getYear(), day.getMonthValue(), day.getDayOfMonth())));
  }
}
