package eu.metacluster.opendata.rdf;

import eu.metacluster.opendata.described.Described;
import eu.metacluster.opendata.described.Described.Partner;
import eu.metacluster.opendata.described.Described.Source;
import eu.metacluster.opendata.described.Described.Stated;
import eu.metacluster.opendata.described.Publisher;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.rdf.model.Literal;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.vocabulary.RDF;
import org.springframework.stereotype.Component;

/**
 * Says in RDF what a record is: in the words of schema.org, with those of EURIO and DINGO where
 * they are more exact, and PROV for who states it. There are no blank nodes: what belongs to a
 * record has a name that begins with the record's.
 */
@Component
public class RecordGraph {

  static final String SCHEMA = "https://schema.org/";
  static final String EURIO = "http://data.europa.eu/s66#";
  static final String DINGO = "https://w3id.org/dingo#";
  static final String PROV = "http://www.w3.org/ns/prov#";
  static final String DCT = "http://purl.org/dc/terms/";

  /** Fields without a word of their own in these vocabularies. */
  static final String FIELD = "urn:metacluster:field:";

  private static final int DAY = 10;

  private final Publisher publisher;

  RecordGraph(Publisher publisher) {
    this.publisher = publisher;
  }

  /** The name of a record, which stays when its page moves. */
  public String name(java.util.UUID id) {
    return publisher.address("/id/" + id);
  }

  /** The name of a source. */
  public String sourceName(long id) {
    return publisher.address("/about/sources#source-" + id);
  }

  /** An empty model that knows the short forms of names. */
  public static Model model() {
    Model model = ModelFactory.createDefaultModel();
    model.setNsPrefixes(
        Map.of(
            "schema", SCHEMA,
            "eurio", EURIO,
            "dingo", DINGO,
            "prov", PROV,
            "dct", DCT,
            "field", FIELD,
            "xsd", "http://www.w3.org/2001/XMLSchema#"));
    return model;
  }

  /**
   * What the record is, with one statement for each thing that a source states when asked for.
   *
   * @param claims whether each claim is told with its source, date and evidence
   */
  public Model of(Described record, boolean claims) {
    Model model = model();
    Resource thing = model.createResource(name(record.id()));
    kinds(record.kind()).forEach(kind -> thing.addProperty(RDF.type, kind));
    thing
        .addProperty(schema("name"), Text.clean(record.title()))
        .addProperty(schema("url"), model.createResource(record.address()))
        .addProperty(dct("identifier"), record.id().toString())
        .addProperty(dct("modified"), second(record.changedAt()));
    names(record, thing);
    RecordFacts.add(record, thing);
    partners(record, thing);
    for (Source source : record.sources()) {
      thing.addProperty(prov("wasDerivedFrom"), model.createResource(sourceName(source.id())));
    }
    if (claims) {
      record.sources().forEach(source -> source(model, source));
      record.facts().forEach((field, all) -> all.forEach(one -> claim(record, thing, field, one)));
    }
    return model;
  }

  /** What a source is called and under which terms its facts are passed on. */
  public void source(Model model, Source source) {
    Resource thing =
        model
            .createResource(sourceName(source.id()))
            .addProperty(RDF.type, ResourceFactory.createResource(PROV + "Entity"))
            .addProperty(schema("name"), Text.clean(source.name()));
    if (source.licence() != null) {
      thing.addProperty(dct("license"), Text.clean(source.licence()));
    }
    if (source.attribution() != null) {
      thing.addProperty(schema("creditText"), Text.clean(source.attribution()));
    }
  }

  private static List<Resource> kinds(String kind) {
    return switch (kind) {
      case "project" -> types(SCHEMA + "ResearchProject", EURIO + "Project", DINGO + "Project");
      case "organisation" -> types(SCHEMA + "Organization", EURIO + "Organisation");
      case "programme" -> types(SCHEMA + "FundingScheme", EURIO + "FundingScheme");
      case "call" -> types(SCHEMA + "FundingScheme", DINGO + "FundingScheme");
      case "event" -> types(SCHEMA + "Event");
      case "training" -> types(SCHEMA + "LearningResource");
      case "output" -> types(SCHEMA + "CreativeWork", EURIO + "Result");
      case "practice" -> types(SCHEMA + "CreativeWork");
      case "news" -> types(SCHEMA + "NewsArticle");
      case "initiative", "body" -> types(SCHEMA + "Organization");
      default -> types(SCHEMA + "Thing");
    };
  }

  private static List<Resource> types(String... names) {
    return java.util.Arrays.stream(names).map(ResourceFactory::createResource).toList();
  }

  private static void names(Described record, Resource thing) {
    for (Described.Name name : record.identifiers()) {
      thing.addProperty(schema("identifier"), name.scheme() + ":" + Text.clean(name.value()));
      String same = Text.sameAs(name);
      if (same != null) {
        thing.addProperty(schema("sameAs"), ResourceFactory.createResource(same));
      }
    }
  }

  private void partners(Described record, Resource thing) {
    Model model = thing.getModel();
    int number = 1;
    for (Partner partner : record.partners()) {
      Resource other = model.createResource(name(partner.other()));
      Resource role =
          model
              .createResource(thing.getURI() + "#role-" + number++)
              .addProperty(RDF.type, ResourceFactory.createResource(EURIO + "OrganisationRole"))
              .addProperty(eurio("roleLabel"), Text.clean(partner.role()))
              .addProperty(eurio("isRoleOf"), other);
      if (partner.contribution() != null) {
        role.addProperty(eurio("ecContribution"), amount(partner.contribution()));
      }
      thing.addProperty(schema("member"), other).addProperty(eurio("hasInvolvedParty"), role);
    }
  }

  private void claim(Described record, Resource thing, String field, Stated stated) {
    Model model = thing.getModel();
    Resource claim =
        model
            .createResource(thing.getURI() + "#claim-" + stated.claim())
            .addProperty(RDF.type, RDF.Statement)
            .addProperty(RDF.type, ResourceFactory.createResource(PROV + "Entity"))
            .addProperty(RDF.subject, thing)
            .addProperty(RDF.predicate, ResourceFactory.createResource(FIELD + field))
            .addProperty(RDF.object, Text.clean(stated.value()));
    record.sources().stream()
        .filter(source -> source.name().equals(stated.source()))
        .findFirst()
        .ifPresent(
            source ->
                claim.addProperty(
                    prov("wasDerivedFrom"), model.createResource(sourceName(source.id()))));
    if (stated.retrievedAt() != null) {
      claim.addProperty(prov("generatedAtTime"), second(stated.retrievedAt()));
    }
    if (stated.licence() != null) {
      claim.addProperty(dct("license"), Text.clean(stated.licence()));
    }
    if (stated.evidence() != null) {
      claim.addProperty(prov("value"), Text.clean(stated.evidence()));
    }
  }

  private static Literal amount(String decimal) {
    return ResourceFactory.createTypedLiteral(decimal, XSDDatatype.XSDdecimal);
  }

  private static Literal second(java.time.Instant at) {
    return ResourceFactory.createTypedLiteral(
        at.truncatedTo(ChronoUnit.SECONDS).toString(), XSDDatatype.XSDdateTime);
  }

  static Property schema(String name) {
    return ResourceFactory.createProperty(SCHEMA, name);
  }

  static Property eurio(String name) {
    return ResourceFactory.createProperty(EURIO, name);
  }

  static Property prov(String name) {
    return ResourceFactory.createProperty(PROV, name);
  }

  static Property dct(String name) {
    return ResourceFactory.createProperty(DCT, name);
  }

  /** A day, a month or a year, each with the type that says which. */
  static Literal date(String text) {
    XSDDatatype type =
        switch (text.length()) {
          case 4 -> XSDDatatype.XSDgYear;
          case 7 -> XSDDatatype.XSDgYearMonth;
          default -> XSDDatatype.XSDdate;
        };
    return ResourceFactory.createTypedLiteral(
        text.length() > DAY ? text.substring(0, DAY) : text, type);
  }
}
