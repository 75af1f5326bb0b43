package eu.metacluster.opendata.catalogue;

import static eu.metacluster.opendata.catalogue.Terms.DCAT;
import static eu.metacluster.opendata.catalogue.Terms.SPDX;
import static eu.metacluster.opendata.catalogue.Terms.dcat;
import static eu.metacluster.opendata.catalogue.Terms.dcatap;
import static eu.metacluster.opendata.catalogue.Terms.dct;
import static eu.metacluster.opendata.catalogue.Terms.spdx;
import static eu.metacluster.opendata.catalogue.Terms.type;

import eu.metacluster.opendata.described.Publisher;
import eu.metacluster.platform.web.Language;
import eu.metacluster.platform.web.Texts;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.RDF;

/** The ways in which a dataset can be had: addresses that always answer, and files. */
final class Distributions {

  private final Model model;
  private final EuWords words;
  private final Publisher publisher;
  private final Texts texts;
  private final Licence licence;

  Distributions(Model model, EuWords words, Publisher publisher, Texts texts, Licence licence) {
    this.model = model;
    this.words = words;
    this.publisher = publisher;
    this.texts = texts;
    this.licence = licence;
  }

  /** One way to have a dataset. */
  private record Way(String word, String path, String format, String mediaType) {}

  private static List<Way> ways(String kind) {
    return List.of(
        new Way("api", "/api/v1/records?kind=" + kind, "JSON", "application/json"),
        new Way(
            "oai",
            "/oai?verb=ListRecords&metadataPrefix=oai_dc&set=kind:" + kind,
            "XML",
            "application/xml"));
  }

  /** What answers with the records as they are at that moment. */
  void live(Resource dataset, Holding holding) {
    String kind = holding.kind();
    for (Way way : ways(kind)) {
      Resource distribution =
          distribution(dataset, "#" + kind + "-" + way.word(), way.format(), way.mediaType())
              .addProperty(dcat("accessURL"), model.createResource(publisher.address(way.path())))
              .addProperty(dcat("downloadURL"), model.createResource(publisher.address(way.path())))
              .addProperty(
                  dcat("accessService"),
                  model.createResource(publisher.address("/catalog#" + way.word())));
      said(distribution, dct("title"), "opendata.catalogue.way." + way.word());
      said(distribution, dct("description"), "opendata.catalogue.way." + way.word() + ".text");
      time(distribution, dct("issued"), holding.issued());
      time(distribution, dct("modified"), holding.changed());
    }
  }

  void file(Resource dataset, OfferedFiles.File file) {
    String name = file.path().substring(file.path().lastIndexOf('/') + 1);
    FileType kind = FileType.of(file.ending());
    Resource address = model.createResource(publisher.address(file.path()));
    Resource distribution =
        distribution(
                dataset,
                "#file-" + file.path().substring(1).replace('/', '-'),
                kind.format(),
                kind.mediaType())
            .addProperty(dcat("accessURL"), address)
            .addProperty(dcat("downloadURL"), address)
            .addProperty(
                dcat("byteSize"),
                model.createTypedLiteral(
                    Long.toString(file.bytes()), XSDDatatype.XSDnonNegativeInteger));
    if (kind.packed()) {
      distribution.addProperty(dcat("compressFormat"), words.mediaType("application/gzip"));
    }
    if (file.sha256() != null) {
      distribution.addProperty(
          spdx("checksum"),
          model
              .createResource(distribution.getURI() + "-sum")
              .addProperty(RDF.type, type(SPDX, "Checksum"))
              .addProperty(spdx("algorithm"), words.sha256())
              .addProperty(
                  spdx("checksumValue"),
                  model.createTypedLiteral(file.sha256(), XSDDatatype.XSDhexBinary)));
    }
    distribution.addProperty(dct("title"), name, "en");
    said(distribution, dct("description"), "opendata.catalogue.file", name);
    time(distribution, dct("issued"), file.made());
    time(distribution, dct("modified"), file.made());
  }

  private Resource distribution(Resource dataset, String anchor, String format, String mediaType) {
    Resource distribution =
        model
            .createResource(publisher.address("/catalog" + anchor))
            .addProperty(RDF.type, type(DCAT, "Distribution"))
            .addProperty(dct("license"), words.licence(licence))
            .addProperty(dct("rights"), words.open())
            .addProperty(dct("language"), words.language("ENG", "English"))
            .addProperty(dcatap("availability"), words.available())
            .addProperty(dct("format"), words.format(format))
            .addProperty(dcat("mediaType"), words.mediaType(mediaType));
    dataset.addProperty(dcat("distribution"), distribution);
    return distribution;
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
}
