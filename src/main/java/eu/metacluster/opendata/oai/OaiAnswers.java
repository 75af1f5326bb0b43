package eu.metacluster.opendata.oai;

import eu.metacluster.opendata.described.Publisher;
import eu.metacluster.opendata.oai.OaiError.Code;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers requests of the protocol. */
@Component
class OaiAnswers {

  private static final String NAMESPACE = "http://www.openarchives.org/OAI/2.0/";
  private static final byte[] END = "</OAI-PMH>".getBytes(StandardCharsets.UTF_8);

  private final OaiRows rows;
  private final OaiLists lists;
  private final Publisher publisher;

  OaiAnswers(OaiRows rows, OaiLists lists, Publisher publisher) {
    this.rows = rows;
    this.lists = lists;
    this.publisher = publisher;
  }

  /** The whole answer, errors included: the protocol has no other way to say no. */
  PageBytes answer(Map<String, String[]> parameters) {
    long complete = rows.complete();
    @Nullable OaiRequest request = null;
    try {
      request = OaiRequest.of(parameters);
      return body(request, head(request, complete)).put(END);
    } catch (OaiError error) {
      return error(request, complete, error);
    }
  }

  private PageBytes error(@Nullable OaiRequest request, long complete, OaiError error) {
    boolean unread = error.code() == Code.BAD_VERB || error.code() == Code.BAD_ARGUMENT;
    return head(unread ? null : request, complete)
        .put(new XmlPiece().element("error", error.sentence(), "code", error.code().word()).done())
        .put(END);
  }

  /** For what cannot be taken apart at all. */
  PageBytes unreadable() {
    return error(
        null,
        rows.complete(),
        OaiRequest.bad("The address cannot be read: a percent sign needs two hexadecimal digits."));
  }

  private PageBytes head(@Nullable OaiRequest request, long complete) {
    List<String> said = new ArrayList<>();
    if (request != null) {
      said.add("verb");
      said.add(request.verb().word());
      said.addAll(request.repeated());
    }
    String asked =
        new XmlPiece()
            .element("request", publisher.address("/oai"), said.toArray(String[]::new))
            .done();
    return new PageBytes(16)
        .put("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<OAI-PMH xmlns=\"" + NAMESPACE + "\"")
        .put(" xmlns:xsi=\"" + XmlPiece.XSI + "\" xsi:schemaLocation=\"" + NAMESPACE)
        .put(" http://www.openarchives.org/OAI/2.0/OAI-PMH.xsd\"><responseDate>")
        .put(Selection.stamp(complete))
        .put("</responseDate>")
        .put(asked);
  }

  private PageBytes body(OaiRequest request, PageBytes page) {
    return switch (request.verb()) {
      case IDENTIFY -> page.put(identify());
      case LIST_METADATA_FORMATS -> page.put(formats(request.optional("identifier")));
      case LIST_SETS -> page.put(sets(request));
      case GET_RECORD -> record(request, page);
      case LIST_IDENTIFIERS -> lists.write(request, false, page);
      case LIST_RECORDS -> lists.write(request, true, page);
    };
  }

  private String identify() {
    XmlPiece xml =
        new XmlPiece()
            .open("Identify")
            .element("repositoryName", publisher.name())
            .element("baseURL", publisher.address("/oai"))
            .element("protocolVersion", "2.0")
            .element("adminEmail", publisher.email())
            .element("earliestDatestamp", Selection.stamp(rows.earliest()))
            .element("deletedRecord", "persistent")
            .element("granularity", "YYYY-MM-DDThh:mm:ssZ")
            .element("compression", "gzip")
            .open("description");
    names(xml);
    return xml.close().close().done();
  }

  /** How records are named here. */
  private void names(XmlPiece xml) {
    String namespace = "http://www.openarchives.org/OAI/2.0/oai-identifier";
    String schema = namespace + " http://www.openarchives.org/OAI/2.0/oai-identifier.xsd";
    xml.open("oai-identifier", "xmlns", namespace, "xsi:schemaLocation", schema)
        .element("scheme", "oai")
        .element("repositoryIdentifier", publisher.domain())
        .element("delimiter", ":")
        .element("sampleIdentifier", lists.identifier("01950000-0000-7000-8000-000000000000"))
        .close();
  }

  private String formats(@Nullable String identifier) {
    UUID record = identifier == null ? null : known(identifier);
    XmlPiece xml = new XmlPiece().open("ListMetadataFormats");
    for (Format format : Format.values()) {
      if (record == null || rows.find(record, format).isPresent()) {
        xml.open("metadataFormat")
            .element("metadataPrefix", format.prefix())
            .element("schema", format.schema())
            .element("metadataNamespace", format.namespace())
            .close();
      }
    }
    return xml.close().done();
  }

  private String sets(OaiRequest request) {
    if (request.token() != null) {
      throw new OaiError(Code.BAD_TOKEN, "The sets are given in one piece: no token belongs here.");
    }
    Map<String, String> sets = rows.sets();
    if (sets.isEmpty()) {
      sets = Map.of("kind", "By kind of record");
    }
    XmlPiece xml = new XmlPiece().open("ListSets");
    sets.forEach(
        (spec, name) -> xml.open("set").element("setSpec", spec).element("setName", name).close());
    return xml.close().done();
  }

  private PageBytes record(OaiRequest request, PageBytes page) {
    UUID record = known(request.required("identifier"));
    Format format = Selection.format(request.required("metadataPrefix"));
    OaiRows.Row row =
        rows.find(record, format)
            .orElseThrow(
                () ->
                    new OaiError(
                        Code.NO_SUCH_FORMAT,
                        "This record is not given in this format. ListMetadataFormats with its"
                            + " identifier says in which it is."));
    page.put("<GetRecord>");
    lists.record(page, row);
    return page.put("</GetRecord>");
  }

  /** The id in an identifier, when there is or was such a record. */
  private UUID known(String identifier) {
    UUID record = lists.id(identifier);
    if (record == null || rows.find(record, Format.DUBLIN_CORE).isEmpty()) {
      throw new OaiError(
          Code.NO_SUCH_ID,
          "There is no record with this identifier. They look like "
              + lists.identifier("01950000-0000-7000-8000-000000000000")
              + ".");
    }
    return record;
  }
}
