package eu.metacluster.opendata.catalogue;

import static eu.metacluster.opendata.catalogue.Terms.DCAT;
import static eu.metacluster.opendata.catalogue.Terms.DCT;
import static eu.metacluster.opendata.catalogue.Terms.FOAF;
import static eu.metacluster.opendata.catalogue.Terms.VCARD;
import static eu.metacluster.opendata.catalogue.Terms.dcat;
import static eu.metacluster.opendata.catalogue.Terms.dct;
import static eu.metacluster.opendata.catalogue.Terms.foaf;
import static eu.metacluster.opendata.catalogue.Terms.type;
import static eu.metacluster.opendata.catalogue.Terms.vcard;

import eu.metacluster.opendata.described.Publisher;
import eu.metacluster.platform.web.Language;
import eu.metacluster.platform.web.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.jspecify.annotations.Nullable;

/** Builds the catalogue: what there is to take along, in the words of DCAT-AP 3.0.1. */
final class CatalogueModel {

  private final Model model = Terms.model();
  private final EuWords words = new EuWords(model);
  private final Publisher publisher;
  private final Texts texts;
  private final Licence licence;
  private final Subject subject;
  private final Distributions distributions;

  CatalogueModel(Publisher publisher, Texts texts, Licence licence, Subject subject) {
    this.subject = subject;
    this.publisher = publisher;
    this.texts = texts;
    this.licence = licence;
    this.distributions = new Distributions(model, words, publisher, texts, licence);
  }

  Model build(
      List<Holding> holdings,
      List<OfferedFiles.File> files,
      List<OfferedFiles.Snapshot> snapshots) {
    Resource catalogue = catalogue(holdings);
    List<Resource> datasets = new ArrayList<>();
    for (Holding holding : holdings) {
      Resource dataset = dataset(holding);
      distributions.live(dataset, holding);
      files.stream()
          .filter(file -> holding.kind().equals(file.kind()))
          .forEach(file -> distributions.file(dataset, file));
      datasets.add(dataset);
    }
    datasets.addAll(whole(holdings, files, snapshots));
    datasets.forEach(dataset -> catalogue.addProperty(dcat("dataset"), dataset));
    new Services(model, words, publisher, texts, licence, subject)
        .add(catalogue, datasets, this::common);
    return model;
  }

  private Resource catalogue(List<Holding> holdings) {
    Instant changed =
        holdings.stream().map(Holding::changed).max(Instant::compareTo).orElse(Instant.EPOCH);
    Instant issued = first(holdings);
    Resource catalogue =
        at("#catalogue")
            .addProperty(RDF.type, type(DCAT, "Catalog"))
            .addProperty(dct("publisher"), agent())
            .addProperty(dct("license"), words.licence(licence))
            .addProperty(dct("spatial"), words.europe())
            .addProperty(dct("language"), words.language("ENG", "English"))
            .addProperty(dct("language"), words.language("FRA", "French"))
            .addProperty(dcat("themeTaxonomy"), words.themes())
            .addProperty(foaf("homepage"), document(publisher.address("/")));
    said(catalogue, dct("title"), "opendata.catalogue.title", publisher.name());
    for (Language language : Language.values()) {
      catalogue.addProperty(
          dct("description"), subject.description(language, publisher.name()), language.code());
    }
    time(catalogue, dct("issued"), issued);
    time(catalogue, dct("modified"), changed);
    return catalogue;
  }

  private static Instant first(List<Holding> holdings) {
    return holdings.stream().map(Holding::issued).min(Instant::compareTo).orElse(Instant.EPOCH);
  }

  private Resource dataset(Holding holding) {
    Resource dataset =
        common(at("#" + holding.kind()))
            .addProperty(RDF.type, type(DCAT, "Dataset"))
            .addProperty(dct("identifier"), publisher.address("/catalog#" + holding.kind()))
            .addProperty(dct("accrualPeriodicity"), words.frequency("CONT", "continuous"))
            .addProperty(dct("provenance"), provenance(holding.sources()));
    String kind = "opendata.catalogue.kind." + holding.kind();
    said(dataset, dct("title"), kind);
    said(dataset, dct("description"), kind + ".description", publisher.name());
    keywords(dataset, kind);
    time(dataset, dct("issued"), holding.issued());
    time(dataset, dct("modified"), holding.changed());
    dataset.addProperty(
        dct("temporal"),
        period(holding.first(), holding.last(), holding.issued(), holding.changed()));
    return dataset;
  }

  /** The nightly files of everything, and the monthly ones before them as a series. */
  private List<Resource> whole(
      List<Holding> holdings,
      List<OfferedFiles.File> files,
      List<OfferedFiles.Snapshot> snapshots) {
    List<Resource> datasets = new ArrayList<>();
    Instant issued = first(holdings);
    List<OfferedFiles.File> complete = files.stream().filter(file -> file.kind() == null).toList();
    if (!complete.isEmpty()) {
      Resource all = snapshot("#all", complete, issued, "opendata.catalogue.all");
      all.addProperty(dct("accrualPeriodicity"), words.frequency("DAILY", "daily"));
      datasets.add(all);
    }
    if (!snapshots.isEmpty()) {
      Resource series = common(at("#monthly")).addProperty(RDF.type, type(DCAT, "DatasetSeries"));
      said(series, dct("title"), "opendata.catalogue.series");
      said(series, dct("description"), "opendata.catalogue.series.description", publisher.name());
      series.addProperty(dct("accrualPeriodicity"), words.frequency("MONTHLY", "monthly"));
      time(series, dct("issued"), issued);
      for (OfferedFiles.Snapshot snapshot : snapshots) {
        Resource month =
            snapshot(
                "#monthly-" + snapshot.day(), snapshot.files(), issued, "opendata.catalogue.month");
        month
            .addProperty(dcat("inSeries"), series)
            .addProperty(dcat("version"), snapshot.day().toString())
            .addProperty(dct("accrualPeriodicity"), words.frequency("NEVER", "never"));
        datasets.add(month);
      }
    }
    return datasets;
  }

  private Resource snapshot(
      String anchor, List<OfferedFiles.File> files, Instant issued, String key) {
    Instant made =
        files.stream().map(OfferedFiles.File::made).max(Instant::compareTo).orElse(issued);
    String day = made.toString().substring(0, 10);
    Resource dataset =
        common(at(anchor))
            .addProperty(RDF.type, type(DCAT, "Dataset"))
            .addProperty(dct("identifier"), publisher.address("/catalog" + anchor))
            .addProperty(dct("temporal"), period(null, null, issued, made))
            .addProperty(dct("provenance"), provenance(List.of()));
    said(dataset, dct("title"), key, day);
    said(dataset, dct("description"), key + ".description", publisher.name(), day);
    keywords(dataset, key);
    time(dataset, dct("issued"), made);
    time(dataset, dct("modified"), made);
    files.forEach(file -> distributions.file(dataset, file));
    return dataset;
  }

  /** What all that is listed has in common. */
  private Resource common(Resource thing) {
    return thing
        .addProperty(dct("publisher"), agent())
        .addProperty(dcat("contactPoint"), contact())
        .addProperty(dcat("theme"), words.health())
        .addProperty(dct("accessRights"), words.open())
        .addProperty(dct("language"), words.language("ENG", "English"))
        .addProperty(dct("spatial"), words.europe())
        .addProperty(dcat("landingPage"), document(publisher.address("/catalog")));
  }

  private Resource agent() {
    return at("#publisher")
        .addProperty(RDF.type, type(FOAF, "Agent"))
        .addProperty(foaf("name"), publisher.name())
        .addProperty(dct("type"), words.publisherType("NonProfitOrganisation"))
        .addProperty(foaf("homepage"), document(publisher.address("/")));
  }

  private Resource contact() {
    return at("#contact")
        .addProperty(RDF.type, type(VCARD, "Kind"))
        .addProperty(RDF.type, type(VCARD, "Organization"))
        .addProperty(vcard("fn"), publisher.name())
        .addProperty(vcard("hasEmail"), model.createResource("mailto:" + publisher.email()))
        .addProperty(vcard("hasURL"), model.createResource(publisher.address("/")));
  }

  private Resource document(String address) {
    return model.createResource(address).addProperty(RDF.type, type(FOAF, "Document"));
  }

  private Resource provenance(List<String> sources) {
    Resource statement =
        model.createResource().addProperty(RDF.type, type(DCT, "ProvenanceStatement"));
    for (Language language : Language.values()) {
      statement.addProperty(
          RDFS.label,
          sources.isEmpty()
              ? texts.get(language, "opendata.catalogue.provenance")
              : texts.get(
                  language, "opendata.catalogue.provenance.sources", String.join(", ", sources)),
          language.code());
    }
    return statement;
  }

  private Resource period(
      @Nullable LocalDate first, @Nullable LocalDate last, Instant issued, Instant changed) {
    return model
        .createResource()
        .addProperty(RDF.type, type(DCT, "PeriodOfTime"))
        .addProperty(dcat("startDate"), date(first == null ? issued.toString() : first.toString()))
        .addProperty(dcat("endDate"), date(last == null ? changed.toString() : last.toString()));
  }

  private org.apache.jena.rdf.model.Literal date(String text) {
    return model.createTypedLiteral(text.substring(0, 10), XSDDatatype.XSDdate);
  }

  private void keywords(Resource thing, String key) {
    for (Language language : Language.values()) {
      String all = texts.get(language, key) + "," + subject.keywords(language);
      for (String word : all.split(",", -1)) {
        thing.addProperty(dcat("keyword"), word.strip(), language.code());
      }
    }
  }

  private void said(Resource thing, Property property, String key, Object... arguments) {
    for (Language language : Language.values()) {
      thing.addProperty(property, texts.get(language, key, arguments), language.code());
    }
  }

  private void time(Resource thing, Property property, Instant at) {
    thing.addProperty(
        property,
        model.createTypedLiteral(
            at.truncatedTo(ChronoUnit.SECONDS).toString(), XSDDatatype.XSDdateTime));
  }

  private Resource at(String anchor) {
    return model.createResource(publisher.address("/catalog" + anchor));
  }
}
