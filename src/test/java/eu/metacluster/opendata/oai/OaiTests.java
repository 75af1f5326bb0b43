package eu.metacluster.opendata.oai;

import static org.assertj.core.api.Assertions.assertThat;

import eu.metacluster.grid.GridRecord;
import eu.metacluster.opendata.OpenGrid;
import eu.metacluster.opendata.described.Described;
import eu.metacluster.opendata.described.Samples;
import eu.metacluster.shared.Ids;
import eu.metacluster.support.ProductTest;
import io.gdcc.xoai.model.oaipmh.Granularity;
import io.gdcc.xoai.model.oaipmh.results.record.Header;
import io.gdcc.xoai.serviceprovider.ServiceProvider;
import io.gdcc.xoai.serviceprovider.client.JdkHttpOaiClient;
import io.gdcc.xoai.serviceprovider.model.Context;
import io.gdcc.xoai.serviceprovider.parameters.ListIdentifiersParameters;
import io.gdcc.xoai.serviceprovider.parameters.ListRecordsParameters;
import java.io.ByteArrayInputStream;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Asks as harvesters do, somebody else's among them, and holds answers to the official schemas. */
@ProductTest
@Import(OpenGrid.class)
class OaiTests {

  private static final Pattern TOKEN =
      Pattern.compile("<resumptionToken[^>]*>([^<]+)</resumptionToken>");

  /** Far away from what other tests leave here. */
  private static final Instant THEN = Instant.parse("2031-05-01T10:00:00Z");

  @Autowired OpenGrid grid;
  @Autowired Renderings renderings;
  @Autowired OaiRows rows;
  @Autowired JdbcClient jdbc;
  @LocalServerPort int port;

  private final HttpClient client = HttpClient.newHttpClient();

  @AfterEach
  void leave() {
    jdbc.sql("delete from opendata.rendering where stamp >= :then")
        .param("then", THEN.getEpochSecond() * 1_000_000)
        .update();
    client.shutdownNow();
  }

  private void live(Described record) {
    renderings.write(
        renderings.live(
            record,
            List.of(
                "kind:" + record.kind(),
                "pillar:Early detection",
                "cancer:Krebs der Brust",
                "source:4")));
  }

  private List<UUID> made(int many) {
    List<UUID> ids = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      UUID id = Ids.next();
      live(Samples.project(id, THEN.plus(i, ChronoUnit.MILLIS)));
      ids.add(id);
    }
    return ids;
  }

  private String get(String query) throws Exception {
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/oai?" + query))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).contains("text/xml;charset=UTF-8");
    return answer.body();
  }

  @Test
  void everyAnswerIsValidByTheOfficialSchemas() throws Exception {
    OaiSchemas schemas = new OaiSchemas();
    UUID project = Ids.next();
    UUID output = Ids.next();
    UUID gone = Ids.next();
    live(Samples.project(project, THEN));
    live(Samples.output(output, THEN.plusSeconds(1)));
    renderings.write(renderings.gone(gone, "output", THEN.plusSeconds(2), List.of("kind:output")));
    String name = "oai:metacluster.localhost:";
    for (String query :
        List.of(
            "verb=Identify",
            "verb=ListSets",
            "verb=ListMetadataFormats",
            "verb=ListMetadataFormats&identifier=" + name + project,
            "verb=ListRecords&metadataPrefix=oai_dc&from=2031-05-01",
            "verb=ListRecords&metadataPrefix=oai_datacite&from=2031-05-01",
            "verb=ListRecords&metadataPrefix=oai_openaire&from=2031-05-01",
            "verb=ListIdentifiers&metadataPrefix=oai_openaire&from=2031-05-01&set=kind:output",
            "verb=GetRecord&metadataPrefix=oai_dc&identifier=" + name + gone,
            "verb=GetRecord&metadataPrefix=oai_datacite&identifier=" + name + project)) {
      String answer = get(query);
      schemas.check(answer);
      assertThat(answer).as(query).doesNotContain("<error");
    }
    assertThat(get("verb=GetRecord&metadataPrefix=oai_dc&identifier=" + name + gone))
        .contains("status=\"deleted\"")
        .doesNotContain("<metadata>");
    assertThat(get("verb=ListMetadataFormats&identifier=" + name + project))
        .doesNotContain("oai_openaire");
    assertThat(get("verb=ListRecords&metadataPrefix=oai_dc&from=2031-05-01"))
        .contains("🧬")
        .contains("<setSpec>cancer:krebs-der-brust</setSpec>")
        .contains("oai:zenodo.org:1234");
  }

  @Test
  void everyErrorIsTheProtocolsOwn() throws Exception {
    UUID project = Ids.next();
    live(Samples.project(project, THEN));
    OaiSchemas schemas = new OaiSchemas();
    String id = "oai:metacluster.localhost:" + project;
    Map<String, String> wrong = new HashMap<>();
    wrong.put("", "badVerb");
    wrong.put("verb=", "badVerb");
    wrong.put("verb=Listrecords", "badVerb");
    wrong.put("verb=" + encoded("<script>&\u0001"), "badVerb");
    wrong.put("verb=Identify&verb=Identify", "badVerb");
    wrong.put("verb=Identify&identifier=x", "badArgument");
    wrong.put("verb=ListRecords", "badArgument");
    wrong.put("verb=ListRecords&metadataPrefix=", "badArgument");
    wrong.put("verb=ListRecords&metadataPrefix=oai_dc&metadataPrefix=oai_dc", "badArgument");
    wrong.put("verb=ListRecords&metadataPrefix=oai_dc&resumptionToken=x", "badArgument");
    wrong.put("verb=ListRecords&metadataPrefix=oai_dc&pageSize=1000000000", "badArgument");
    wrong.put("verb=ListRecords&metadataPrefix=marc", "cannotDisseminateFormat");
    wrong.put("verb=ListRecords&metadataPrefix=oai_dc&from=yesterday", "badArgument");
    wrong.put("verb=ListRecords&metadataPrefix=oai_dc&from=2031-02-30", "badArgument");
    wrong.put("verb=ListRecords&metadataPrefix=oai_dc&from=2031-05-01T10:00:00", "badArgument");
    wrong.put(
        "verb=ListRecords&metadataPrefix=oai_dc&from=2031-05-01&until=2031-05-02T00:00:00Z",
        "badArgument");
    wrong.put(
        "verb=ListRecords&metadataPrefix=oai_dc&from=2031-05-02&until=2031-05-01", "badArgument");
    wrong.put("verb=ListRecords&metadataPrefix=oai_dc&until=1970-01-01", "noRecordsMatch");
    wrong.put("verb=ListRecords&metadataPrefix=oai_dc&from=2999-01-01", "noRecordsMatch");
    wrong.put("verb=ListRecords&metadataPrefix=oai_dc&set=nothing:here", "noRecordsMatch");
    wrong.put("verb=ListRecords&metadataPrefix=oai_dc&set=" + encoded("a b'--"), "badArgument");
    wrong.put("verb=ListRecords&resumptionToken=AAAA", "badResumptionToken");
    wrong.put("verb=ListRecords&resumptionToken=" + encoded("é+/=\u0000"), "badResumptionToken");
    wrong.put("verb=ListSets&resumptionToken=AAAA", "badResumptionToken");
    wrong.put("verb=GetRecord&metadataPrefix=oai_dc", "badArgument");
    wrong.put("verb=GetRecord&metadataPrefix=marc&identifier=" + id, "cannotDisseminateFormat");
    wrong.put(
        "verb=GetRecord&metadataPrefix=oai_openaire&identifier=" + id, "cannotDisseminateFormat");
    wrong.put("verb=GetRecord&metadataPrefix=oai_dc&identifier=" + id + "0", "idDoesNotExist");
    wrong.put("verb=GetRecord&metadataPrefix=oai_dc&identifier=1", "idDoesNotExist");
    wrong.put("verb=ListMetadataFormats&identifier=oai:x:1", "idDoesNotExist");
    for (Map.Entry<String, String> each : wrong.entrySet()) {
      String answer = get(each.getKey());
      assertThat(answer).as(each.getKey()).contains("<error code=\"" + each.getValue() + "\">");
      if (!each.getValue().equals("cannotDisseminateFormat")) {
        // the official schema has forgotten this one of the protocol's codes
        schemas.check(answer);
      }
    }
  }

  @Test
  void anAddressThatCannotBeTakenApartIsABadArgument() throws Exception {
    try (Socket socket = new Socket("localhost", port)) {
      socket
          .getOutputStream()
          .write(
              "GET /oai?verb=Identify&x=%ZZ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
      assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
          .startsWith("HTTP/1.1 200")
          .contains("badArgument");
    }
  }

  @Test
  void harvestersThatStopReadingInTheMiddleHoldNothingUp() throws Exception {
    made(OaiLists.PAGE + 5);
    List<Socket> sockets = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      Socket socket = new Socket("localhost", port);
      socket
          .getOutputStream()
          .write(
              "GET /oai?verb=ListRecords&metadataPrefix=oai_dc&from=2031-05-01 HTTP/1.1\r\nHost: localhost\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
      socket.getInputStream().readNBytes(1_000);
      sockets.add(socket);
    }
    // all thirty hang at a full socket, and others are answered: no connection of the database
    // waits
    assertThat(get("verb=ListIdentifiers&metadataPrefix=oai_dc&from=2031-05-01"))
        .contains("<resumptionToken");
    for (Socket socket : sockets) {
      socket.close();
    }
    assertThat(get("verb=Identify")).contains("<Identify>");
  }

  @Test
  void aTokenGoesOnWithItsOwnRequestAndNoOther() throws Exception {
    made(OaiLists.PAGE + 5);
    String first = get("verb=ListRecords&metadataPrefix=oai_dc&from=2031-05-01");
    String token = token(first);
    String second = get("verb=ListRecords&resumptionToken=" + token);
    assertThat(second.split("<record>", -1)).hasSize(6);
    assertThat(second).contains("cursor=\"" + OaiLists.PAGE + "\"").contains("<resumptionToken");
    assertThat(TOKEN.matcher(second).find()).as("another token").isFalse();
    assertThat(get("verb=ListIdentifiers&resumptionToken=" + token)).contains("badResumptionToken");
    char changed = token.charAt(20) == 'A' ? 'B' : 'A';
    assertThat(
            get(
                "verb=ListRecords&resumptionToken="
                    + token.substring(0, 20)
                    + changed
                    + token.substring(21)))
        .contains("badResumptionToken");
    Tokens afterRestart = new Tokens(rows.key());
    assertThat(afterRestart.read(Verb.LIST_RECORDS, token).place().given())
        .isEqualTo(OaiLists.PAGE);
  }

  @Test
  void somebodyElsesHarvesterMissesAndRepeatsNothingWhileDataChange() throws Exception {
    List<UUID> ids = made(3 * OaiLists.PAGE + 7);
    Map<String, Instant> last = new HashMap<>();
    Set<String> met = new HashSet<>();
    int changes = 0;
    Iterator<Header> headers = provider().listIdentifiers(identifiers());
    while (headers.hasNext()) {
      Header header = headers.next();
      assertThat(met.add(header.getIdentifier() + header.getDatestamp())).isTrue();
      last.put(header.getIdentifier(), header.getDatestamp());
      if (met.size() % OaiLists.PAGE == 500 && changes < 3) {
        live(Samples.project(ids.get(changes * 900), THEN.plusSeconds(100 + changes)));
        live(Samples.project(Ids.next(), THEN.plusSeconds(200 + changes)));
        renderings.write(
            renderings.gone(
                ids.get(changes * 900 + 1), "project", THEN.plusSeconds(300 + changes), List.of()));
        changes++;
      }
    }
    assertThat(changes).isEqualTo(3);
    assertThat(last).hasSize(ids.size() + 3);
    Map<String, Instant> now = new HashMap<>();
    jdbc.sql("select record, stamp from opendata.rendering where format='oai_dc' and stamp >= :t")
        .param("t", THEN.getEpochSecond() * 1_000_000)
        .query(
            row -> {
              now.put(
                  "oai:metacluster.localhost:" + row.getString(1),
                  Instant.ofEpochSecond(row.getLong(2) / 1_000_000));
            });
    assertThat(last).isEqualTo(now);
  }

  @Test
  void somebodyElsesHarvesterReadsTheRecords() throws Exception {
    UUID id = Ids.next();
    live(Samples.project(id, THEN));
    var records =
        provider()
            .listRecords(
                ListRecordsParameters.request()
                    .withMetadataPrefix("oai_dc")
                    .withSetSpec("pillar:early-detection")
                    .withFrom(THEN)
                    .withUntil(THEN));
    assertThat(records.next().getHeader().getIdentifier()).endsWith(id.toString());
    assertThat(records.hasNext()).isFalse();
    assertThat(provider().identify().getDeletedRecord().toString()).isEqualTo("persistent");
  }

  @Test
  void aRecordIsThereOnceItIsPublicAndMarkedDeletedOnceItIsNot() throws Exception {
    GridRecord project = grid.project("OAI-ROAD", "Harvested & read");
    String query =
        "verb=GetRecord&metadataPrefix=oai_datacite&identifier=oai:metacluster.localhost:"
            + project.id();
    String live = get(query);
    new OaiSchemas().check(live);
    assertThat(live)
        .contains("<title>Harvested &amp; read</title>")
        .contains("http://localhost:" + port + project.path())
        .contains("<creatorName nameType=\"Organizational\">Institut Curie");
    String spec = live.replaceAll("(?s).*<setSpec>(source:\\d+)</setSpec>.*", "$1");

    grid.withdraw(project);
    assertThat(get(query)).contains("status=\"deleted\"").doesNotContain("Harvested");
    assertThat(get("verb=ListIdentifiers&metadataPrefix=oai_dc&set=" + spec))
        .as("the set that it was in learns of it")
        .contains(
            "<header status=\"deleted\"><identifier>oai:metacluster.localhost:" + project.id());
  }

  @Test
  void answersComeCompressedToWhoAsksForIt() throws Exception {
    made(20);
    HttpResponse<byte[]> answer =
        client.send(
            HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/oai"))
                .header("Accept-Encoding", "gzip")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        "verb=ListRecords&metadataPrefix=oai_dc&from=2031-05-01"))
                .build(),
            HttpResponse.BodyHandlers.ofByteArray());
    assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
    String text =
        new String(
            new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes(),
            StandardCharsets.UTF_8);
    assertThat(text.split("<record>", -1)).hasSize(21);
  }

  private static ListIdentifiersParameters identifiers() {
    return ListIdentifiersParameters.request().withMetadataPrefix("oai_dc").withFrom(THEN);
  }

  private ServiceProvider provider() throws Exception {
    String base = "http://localhost:" + port + "/oai";
    return new ServiceProvider(
        new Context()
            .withBaseUrl(base)
            .withGranularity(Granularity.Second)
            .withMetadataTransformer("oai_dc", Context.KnownTransformer.OAI_DC)
            .withOAIClient(
                new JdkHttpOaiClient.JdkHttpBuilder(HttpClient.newBuilder())
                    .withBaseUrl(base)
                    .build()));
  }

  private static String token(String answer) {
    Matcher token = TOKEN.matcher(answer);
    assertThat(token.find()).isTrue();
    return token.group(1);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
