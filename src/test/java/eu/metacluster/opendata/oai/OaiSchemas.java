package eu.metacluster.opendata.oai;

import eu.metacluster.support.SharedData;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.ls.DOMImplementationLS;
import org.w3c.dom.ls.LSInput;
import org.xml.sax.SAXException;

/** The official schemas of the protocol and of each format. */
final class OaiSchemas {

  private final Path standards = SharedData.at("standards");
  private final Schema harvesting;
  private final Schema openAire;

  OaiSchemas() throws SAXException {
    harvesting =
        schema(
            "oai-pmh/OAI-PMH.xsd",
            "oai-pmh/oai_dc.xsd",
            "oai-pmh/oai-identifier.xsd",
            "datacite/kernel-4.7/metadata.xsd");
    openAire = schema("oai-pmh/OAI-PMH.xsd", "openaire/schemas/4.0/openaire.xsd");
  }

  /** Fails when an answer is not what the schemas allow. */
  void check(String answer) throws SAXException, IOException {
    Schema schema =
        answer.contains("<resource xmlns=\"http://namespace.openaire") ? openAire : harvesting;
    schema.newValidator().validate(new StreamSource(new StringReader(answer)));
  }

  private Schema schema(String... files) throws SAXException {
    SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
    Map<String, Path> known =
        Map.of(
            "xml.xsd", standards.resolve("datacite/kernel-4.7/include/xml.xsd"),
            "XMLSchema.xsd", standards.resolve("datacite/kernel-4.7/include/xml.xsd"));
    factory.setResourceResolver(
        (type, namespace, publicId, systemId, base) -> {
          String name = systemId.substring(systemId.lastIndexOf('/') + 1);
          return systemId.startsWith("http")
              ? input(Objects.requireNonNull(known.get(name)))
              : null;
        });
    Source[] sources = new Source[files.length + 1];
    for (int i = 0; i < files.length; i++) {
      sources[i] = new StreamSource(standards.resolve(files[i]).toFile());
    }
    sources[files.length] =
        new StreamSource(Path.of("src/test/resources/oai/provenance.xsd").toFile());
    return factory.newSchema(sources);
  }

  private static LSInput input(Path file) {
    try {
      var document =
          javax.xml.parsers.DocumentBuilderFactory.newInstance().newDocumentBuilder().newDocument();
      LSInput input =
          ((DOMImplementationLS) document.getImplementation().getFeature("LS", "3.0"))
              .createLSInput();
      input.setByteStream(
          new ByteArrayInputStream(Files.readString(file).getBytes(StandardCharsets.UTF_8)));
      input.setSystemId(file.toUri().toString());
      return input;
    } catch (IOException | javax.xml.parsers.ParserConfigurationException e) {
      throw new AssertionError(e);
    }
  }
}
