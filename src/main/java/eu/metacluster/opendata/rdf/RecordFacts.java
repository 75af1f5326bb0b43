package eu.metacluster.opendata.rdf;

import eu.metacluster.opendata.described.Described;
import java.util.Map;
import java.util.Set;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;

/** The fields of a record in the words of the vocabularies. */
final class RecordFacts {

  private static final Set<String> DATES =
      Set.of("startDate", "endDate", "publishedOn", "startsAt", "endsAt", "signedOn");
  private static final Set<String> AMOUNTS = Set.of("totalCost", "contribution");

  /** The title stands in the record's name already. */
  private static final Set<String> TOLD = Set.of("title", "nuts", "location");

  private static final Map<String, Property> WORDS =
      Map.ofEntries(
          Map.entry("acronym", RecordGraph.eurio("acronym")),
          Map.entry("shortName", RecordGraph.schema("alternateName")),
          Map.entry("alias", RecordGraph.schema("alternateName")),
          Map.entry("summary", RecordGraph.schema("description")),
          Map.entry("keywords", RecordGraph.schema("keywords")),
          Map.entry("subject", RecordGraph.schema("about")),
          Map.entry("startDate", RecordGraph.eurio("startDate")),
          Map.entry("endDate", RecordGraph.eurio("endDate")),
          Map.entry("startsAt", RecordGraph.schema("startDate")),
          Map.entry("endsAt", RecordGraph.schema("endDate")),
          Map.entry("publishedOn", RecordGraph.schema("datePublished")),
          Map.entry("author", RecordGraph.schema("author")),
          Map.entry("publisher", RecordGraph.schema("publisher")),
          Map.entry("organiser", RecordGraph.schema("organizer")),
          Map.entry("funder", RecordGraph.schema("funder")),
          Map.entry("sponsor", RecordGraph.schema("sponsor")),
          Map.entry("language", RecordGraph.schema("inLanguage")),
          Map.entry("licence", RecordGraph.schema("license")),
          Map.entry("country", RecordGraph.schema("addressCountry")),
          Map.entry("city", RecordGraph.schema("addressLocality")),
          Map.entry("venue", RecordGraph.schema("location")),
          Map.entry("fundedBy", RecordGraph.schema("funding")));

  private RecordFacts() {}

  static void add(Described record, Resource thing) {
    for (String field : record.facts().keySet()) {
      if (TOLD.contains(field)) {
        continue;
      }
      Property word =
          WORDS.getOrDefault(field, ResourceFactory.createProperty(RecordGraph.FIELD, field));
      // of a field that has one value the one that is shown, of the others all
      for (String value : record.all(field).subList(0, shown(record, field))) {
        add(thing, word, field, value);
      }
    }
  }

  private static int shown(Described record, String field) {
    int all = record.all(field).size();
    return Many.FIELDS.contains(field) ? all : Math.min(1, all);
  }

  private static void add(Resource thing, Property word, String field, String value) {
    if (DATES.contains(field) && value.matches("\\d{4}(-\\d{2}(-\\d{2}(T.*)?)?)?")) {
      thing.addProperty(word, RecordGraph.date(value));
    } else if (AMOUNTS.contains(field) && value.matches("\\d+(\\.\\d+)?")) {
      thing.addProperty(word, ResourceFactory.createTypedLiteral(value, XSDDatatype.XSDdecimal));
    } else if (field.equals("url")) {
      String address = Text.address(value);
      if (address != null) {
        thing.addProperty(RecordGraph.schema("sameAs"), ResourceFactory.createResource(address));
      }
    } else {
      thing.addProperty(word, Text.clean(value));
    }
  }

  /** Fields of which several values are normal. */
  private static final class Many {
    static final Set<String> FIELDS =
        java.util.Arrays.stream(eu.metacluster.grid.Field.values())
            .filter(eu.metacluster.grid.Field::many)
            .map(eu.metacluster.grid.Field::key)
            .collect(java.util.stream.Collectors.toUnmodifiableSet());
  }
}
