package eu.metacluster.opendata.catalogue;

import static eu.metacluster.opendata.catalogue.Terms.DCT;
import static eu.metacluster.opendata.catalogue.Terms.EU;
import static eu.metacluster.opendata.catalogue.Terms.SKOS;
import static eu.metacluster.opendata.catalogue.Terms.type;

import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.RDF;

/**
 * Words of the EU's controlled vocabularies. Each that is used is described in the catalogue itself
 * – its type, its label, the scheme it is in – so that who checks the catalogue needs no network.
 */
final class EuWords {

  private static final String ADMS = "http://purl.org/adms/";

  private final Model model;

  EuWords(Model model) {
    this.model = model;
  }

  Resource language(String code, String label) {
    return word("language", code, label, type(DCT, "LinguisticSystem"));
  }

  Resource frequency(String code, String label) {
    return word("frequency", code, label, type(DCT, "Frequency"));
  }

  Resource open() {
    return word("access-right", "PUBLIC", "public", type(DCT, "RightsStatement"));
  }

  Resource available() {
    return word("planned-availability", "AVAILABLE", "available", type(SKOS, "Concept"));
  }

  Resource health() {
    return word("data-theme", "HEAL", "Health", type(SKOS, "Concept"));
  }

  /** The list of all themes. */
  Resource themes() {
    return scheme(EU + "data-theme", "Data theme");
  }

  Resource format(String code) {
    return word("file-type", code, code.replace('_', ' '), type(DCT, "MediaTypeOrExtent"));
  }

  Resource mediaType(String name) {
    return model
        .createResource("https://www.iana.org/assignments/media-types/" + name)
        .addProperty(RDF.type, type(DCT, "MediaType"));
  }

  Resource europe() {
    return word("continent", "EUROPE", "Europe", type(DCT, "Location"))
        .addProperty(
            Terms.dcat("bbox"),
            model.createTypedLiteral(
                "POLYGON((-31.3 27.6, 45.0 27.6, 45.0 71.2, -31.3 71.2, -31.3 27.6))",
                "http://www.opengis.net/ont/geosparql#wktLiteral"))
        .addProperty(
            Terms.dcat("centroid"),
            model.createTypedLiteral(
                "POINT(9.25 50.1)", "http://www.opengis.net/ont/geosparql#wktLiteral"));
  }

  Resource licence(Licence licence) {
    Resource kind =
        concept(
            ADMS + "licencetype/" + licence.type(),
            licence.type(),
            ADMS + "licencetype/1.0",
            "Licence type");
    return word("licence", licence.code(), licence.label(), type(DCT, "LicenseDocument"))
        .addProperty(Terms.dct("type"), kind);
  }

  Resource publisherType(String name) {
    return concept(
        ADMS + "publishertype/" + name, name, ADMS + "publishertype/1.0", "Publisher type");
  }

  Resource sha256() {
    // the official shapes ask for https here, although the vocabulary's own names begin with http
    return model
        .createResource("https://spdx.org/rdf/terms#checksumAlgorithm_sha256")
        .addProperty(RDF.type, type(Terms.SPDX, "ChecksumAlgorithm"));
  }

  Resource standard(String address, String title) {
    return model
        .createResource(address)
        .addProperty(RDF.type, type(DCT, "Standard"))
        .addProperty(Terms.dct("title"), title, "en");
  }

  private Resource word(String table, String code, String label, Resource also) {
    return concept(EU + table + "/" + code, label, EU + table, table.replace('-', ' '))
        .addProperty(RDF.type, also);
  }

  private Resource concept(String address, String label, String scheme, String schemeTitle) {
    return model
        .createResource(address)
        .addProperty(RDF.type, type(SKOS, "Concept"))
        .addProperty(Terms.skos("prefLabel"), label, "en")
        .addProperty(Terms.skos("inScheme"), scheme(scheme, schemeTitle));
  }

  private Resource scheme(String address, String title) {
    return model
        .createResource(address)
        .addProperty(RDF.type, type(SKOS, "ConceptScheme"))
        .addProperty(Terms.dct("title"), title, "en");
  }
}
