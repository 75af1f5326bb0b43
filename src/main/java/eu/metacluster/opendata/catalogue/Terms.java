package eu.metacluster.opendata.catalogue;

import java.util.Map;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;

/** The words of DCAT-AP. */
final class Terms {

  static final String DCAT = "http://www.w3.org/ns/dcat#";
  static final String DCT = "http://purl.org/dc/terms/";
  static final String FOAF = "http://xmlns.com/foaf/0.1/";
  static final String SKOS = "http://www.w3.org/2004/02/skos/core#";
  static final String SPDX = "http://spdx.org/rdf/terms#";
  static final String VCARD = "http://www.w3.org/2006/vcard/ns#";
  static final String DCATAP = "http://data.europa.eu/r5r/";
  static final String RDFS = "http://www.w3.org/2000/01/rdf-schema#";

  /** The tables of words that the Publications Office of the EU keeps. */
  static final String EU = "http://publications.europa.eu/resource/authority/";

  private Terms() {}

  static Property dcat(String name) {
    return ResourceFactory.createProperty(DCAT + name);
  }

  static Property dct(String name) {
    return ResourceFactory.createProperty(DCT + name);
  }

  static Property foaf(String name) {
    return ResourceFactory.createProperty(FOAF + name);
  }

  static Property skos(String name) {
    return ResourceFactory.createProperty(SKOS + name);
  }

  static Property spdx(String name) {
    return ResourceFactory.createProperty(SPDX + name);
  }

  static Property vcard(String name) {
    return ResourceFactory.createProperty(VCARD + name);
  }

  static Property dcatap(String name) {
    return ResourceFactory.createProperty(DCATAP + name);
  }

  static Resource type(String namespace, String name) {
    return ResourceFactory.createResource(namespace + name);
  }

  static Model model() {
    Model model = ModelFactory.createDefaultModel();
    model.setNsPrefixes(
        Map.of(
            "dcat", DCAT,
            "dct", DCT,
            "foaf", FOAF,
            "skos", SKOS,
            "spdx", SPDX,
            "vcard", VCARD,
            "dcatap", DCATAP,
            "rdfs", RDFS,
            "xsd", "http://www.w3.org/2001/XMLSchema#"));
    return model;
  }
}
