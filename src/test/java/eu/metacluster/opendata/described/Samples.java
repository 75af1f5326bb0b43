package eu.metacluster.opendata.described;

import eu.metacluster.opendata.described.Described.Name;
import eu.metacluster.opendata.described.Described.Origin;
import eu.metacluster.opendata.described.Described.Partner;
import eu.metacluster.opendata.described.Described.Source;
import eu.metacluster.opendata.described.Described.Stated;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Records that hold everything, the unpleasant included. */
public final class Samples {

  /** Tags, entities, controls, lone surrogates, right-to-left, emoji and what ends a section. */
  public static final String NASTY =
      "Tumour <b>&amp;</b> \"quotes\" ' \u0000\u0008\u001f\ud800\udfff\ufffe ]]> \u202eעברית 🧬 é\u0301 \t\n";

  private static final Instant AT = Instant.parse("2026-11-20T10:15:30Z");

  private Samples() {}

  public static Described project(UUID id, Instant changed) {
    return record(id, "project", changed, Map.of());
  }

  public static Described output(UUID id, Instant changed) {
    return record(
        id,
        "output",
        changed,
        Map.of(
            "author", List.of("Curie, Marie", "Ω " + NASTY),
            "sort", List.of("journal article"),
            "publisher", List.of("A press & sons"),
            "publishedOn", List.of("2025-03"),
            "licence", List.of("CC BY 4.0"),
            "fundedBy", List.of("101000001"),
            "container", List.of("A journal")));
  }

  public static Described record(
      UUID id, String kind, Instant changed, Map<String, List<String>> more) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    values.put("title", List.of("A title, " + NASTY));
    values.put("acronym", List.of("ACRO-" + id.toString().substring(30)));
    values.put("summary", List.of("What it does. ".repeat(40) + NASTY));
    values.put("keywords", List.of("genomics, liquid biopsy; " + NASTY));
    values.put("pillar", List.of("Early detection"));
    values.put("cancer", List.of("Lung", "Krebs der Brust"));
    values.put("country", List.of("BE"));
    values.put("startDate", List.of("2025-01-01"));
    values.put("endDate", List.of("2028-12-31"));
    values.put("funder", List.of("European Commission"));
    values.put("grant", List.of("101000001"));
    values.put("totalCost", List.of("2100000.50"));
    values.put("url", List.of("https://example.org/<bad> uri", "https://example.org/good"));
    values.put("language", List.of("en"));
    values.putAll(more);
    Map<String, List<Stated>> facts = new LinkedHashMap<>();
    long[] claim = {1};
    values.forEach(
        (field, texts) ->
            facts.put(
                field,
                texts.stream()
                    .map(
                        text -> new Stated(claim[0]++, text, "CORDIS & co", "CC-BY-4.0", AT, NASTY))
                    .toList()));
    return new Described(
        id,
        kind,
        "sample-" + id,
        values.get("title").getFirst(),
        "http://localhost:8080/" + kind + "s/sample-" + id,
        changed,
        List.of(
            new Name("DOI", "10.1234/a<b>" + id.toString().substring(30)),
            new Name("GRANT", "101000001"),
            new Name("URL", "https://example.org/<bad> uri")),
        facts,
        List.of(
            new Partner(
                new UUID(1, 1),
                "organisation",
                "University & <Sons>",
                "http://localhost:8080/organisations/university",
                "coordinator",
                "BE",
                "1000.25"),
            new Partner(
                new UUID(1, 2),
                "organisation",
                NASTY,
                "http://localhost:8080/organisations/nasty",
                "participant",
                "FR",
                null)),
        List.of(
            new Source(4, "CORDIS & co", "CC-BY-4.0", "© European Union"),
            new Source(5, "Another", null, null)),
        List.of(
            new Origin(
                "https://zenodo.org/oai2d",
                "oai:zenodo.org:1234",
                "2026-10-01T00:00:00Z",
                "http://datacite.org/schema/kernel-4",
                AT)));
  }
}
