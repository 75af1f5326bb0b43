package eu.metacluster.harvest.oai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import eu.metacluster.grid.Field;
import eu.metacluster.grid.Finding;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.harvest.Reason;
import eu.metacluster.harvest.Recorder;
import eu.metacluster.harvest.fetch.Remotely;
import eu.metacluster.shared.Refusal;
import eu.metacluster.support.Loopback;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Repositories as they are: with clocks, with deletions, and with all that can go wrong. */
class RepositoryTests {

  private final OaiConnector connector = new OaiConnector();
  private final Deque<String> answers = new ArrayDeque<>();
  private Loopback server;
  private String granularity = "YYYY-MM-DD";
  private String deletions = "persistent";
  private String now = "2026-03-10T10:00:00Z";

  @BeforeEach
  void start() throws IOException {
    server = new Loopback().on("/oai", this::answer);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void answer(HttpExchange exchange) throws IOException {
    boolean identify = exchange.getRequestURI().toString().contains("verb=Identify");
    String body = identify ? identity() : String.valueOf(answers.poll());
    Loopback.send(exchange, 200, "text/xml", body.getBytes(StandardCharsets.UTF_8));
  }

  private String identity() {
    return envelope(
        "<Identify><earliestDatestamp>2020-01-01</earliestDatestamp><deletedRecord>"
            + deletions
            + "</deletedRecord><granularity>"
            + granularity
            + "</granularity></Identify>");
  }

  private String envelope(String content) {
    return "<OAI-PMH xmlns='http://www.openarchives.org/OAI/2.0/'><responseDate>"
        + now
        + "</responseDate><request>x</request>"
        + content
        + "</OAI-PMH>";
  }

  private static String record(int number, String stamp) {
    return "<record><header><identifier>r"
        + number
        + "</identifier><datestamp>"
        + stamp
        + "</datestamp></header><metadata><dc><title>Work "
        + number
        + "</title></dc></metadata></record>";
  }

  private String list(String records, String token) {
    return envelope(
        "<ListRecords>"
            + records
            + "<resumptionToken completeListSize='9'>"
            + token
            + "</resumptionToken></ListRecords>");
  }

  private String error(String code) {
    return envelope("<error code='" + code + "'>no</error>");
  }

  private Recorder read(Recorder with) throws IOException {
    return Remotely.read(
        connector, server.at("/oai"), Map.of(), with, Instant.parse("2026-03-10T10:00:00Z"));
  }

  private String asked(int request) {
    return URLDecoder.decode(server.asked.get(request), StandardCharsets.UTF_8);
  }

  private int last() {
    return server.asked.size() - 1;
  }

  @Test
  void aSecondReadingAsksForWhatHasChangedSince() throws IOException {
    answers.add(list(record(1, "2026-01-01") + record(2, "2026-03-09"), ""));
    Recorder first = read(new Recorder());
    assertThat(first.whole).isTrue();
    assertThat(asked(last())).isEqualTo("/oai?verb=ListRecords&metadataPrefix=oai_dc");

    now = "2026-03-12T08:00:00Z";
    answers.add(list(record(3, "2026-03-11"), ""));
    Recorder second = read(first.next());
    assertThat(asked(last())).endsWith("&from=2026-03-09");
    assertThat(second.whole).as("what has not changed is not missing").isFalse();
    assertThat(second.findings).extracting(Finding::key).containsExactly("r3");
    assertThat(second.memory).containsEntry("from", "2026-03-12T08:00:00Z");

    answers.add(error("noRecordsMatch"));
    Recorder third = read(second.next());
    assertThat(third.findings).isEmpty();
    assertThat(third.problems).isEmpty();
  }

  @Test
  void aWindowIsAskedForAndOnceItIsReadNothingIs() throws IOException {
    Map<String, String> window = Map.of("from", "2024-01-01", "until", "2024-12-31");
    answers.add(list(record(1, "2024-05-01"), ""));
    Recorder first = Remotely.read(connector, server.at("/oai"), window);
    assertThat(asked(last())).endsWith("&from=2024-01-01&until=2024-12-31");
    assertThat(first.findings).hasSize(1);
    int before = last();
    Recorder second = Remotely.read(connector, server.at("/oai"), window, first.next());
    assertThat(second.findings).isEmpty();
    assertThat(asked(last())).contains("verb=Identify");
    assertThat(last()).isLessThanOrEqualTo(before + 2);
  }

  @Test
  void secondsOverlapByOneSecondAndFallBackToDays() throws IOException {
    granularity = "YYYY-MM-DDThh:mm:ssZ";
    Recorder first = new Recorder();
    first.memory.putAll(Map.of("from", "2026-03-08T00:00:00Z", "asked", "oai_dc  "));
    answers.add(error("badArgument"));
    answers.add(list(record(3, "2026-03-08"), ""));
    Recorder read = read(first);
    assertThat(asked(last() - 1)).endsWith("&from=2026-03-07T23:59:59Z");
    assertThat(asked(last())).endsWith("&from=2026-03-07");
    assertThat(read.findings).hasSize(1);
  }

  @Test
  void whatIsDeletedSilentlyIsFoundOutByReadingFromTheStart() throws IOException {
    deletions = "no";
    Recorder first = new Recorder();
    first.memory.putAll(
        Map.of(
            "from", "2026-03-08T00:00:00Z",
            "asked", "oai_dc  ",
            "whole", "2026-01-01T00:00:00Z"));
    answers.add(list(record(3, "2026-03-08"), ""));
    Recorder read = read(first);
    assertThat(asked(last())).doesNotContain("from");
    assertThat(read.whole).isTrue();
    answers.add(list(record(3, "2026-03-08"), ""));
    assertThat(read(read.next()).whole).isFalse();
  }

  @Test
  void aTokenThatExpiredLeadsBackToTheLastDate() throws IOException {
    answers.add(list(record(1, "2026-01-01") + record(2, "2026-02-02"), "t1"));
    answers.add(error("badResumptionToken"));
    answers.add(list(record(2, "2026-02-02") + record(3, "2026-02-03"), ""));
    Recorder read = read(new Recorder());
    assertThat(asked(last())).endsWith("&from=2026-02-01");
    assertThat(read.byKey(RecordKind.OUTPUT)).containsOnlyKeys("r1", "r2", "r3");
    assertThat(read.whole).isTrue();
    assertThat(read.problems(Reason.LIST_EXPIRED)).hasSize(1);
  }

  @Test
  void aTokenThatAlwaysExpiresEndsInASentence() {
    answers.add(list(record(1, "2026-01-01"), "t1"));
    for (int i = 0; i < 5; i++) {
      answers.add(error("badResumptionToken"));
      answers.add(list(record(1, "2026-01-01"), "t1"));
    }
    assertThat(refusal(new Recorder()).code()).isEqualTo("MC-1446");
  }

  private Refusal refusal(Recorder with) {
    Refusal refusal = catchThrowableOfType(Refusal.class, () -> read(with));
    assertThat(refusal).isNotNull();
    return refusal;
  }

  @Test
  void aTokenThatRepeatsEndsTheReadingWithALine() throws IOException {
    answers.add(list(record(1, "2026-01-01"), "t1"));
    answers.add(list(record(2, "2026-01-02"), "t2"));
    answers.add(list(record(1, "2026-01-01"), "t1"));
    Recorder read = read(new Recorder());
    assertThat(read.problems(Reason.LIST_REPEATS)).hasSize(1);
    assertThat(read.whole).isFalse();
    assertThat(read.memory).isEmpty();
  }

  @Test
  void datestampsThatGoBackwardsAreALineAndARestartBeginsAnew() throws IOException {
    answers.add(list(record(1, "2026-02-01") + record(2, "2026-01-02"), "t1"));
    answers.add(error("badResumptionToken"));
    answers.add(list(record(1, "2026-02-01") + record(2, "2026-01-02"), ""));
    Recorder read = read(new Recorder());
    assertThat(asked(last())).doesNotContain("from");
    assertThat(read.problems(Reason.DATES_BACKWARDS)).hasSize(1);
    assertThat(read.whole).isTrue();
  }

  @Test
  void aClockThatWentBackIsBelieved() throws IOException {
    Recorder first = new Recorder();
    first.memory.putAll(Map.of("from", "2027-01-01T00:00:00Z", "asked", "oai_dc  "));
    answers.add(list(record(3, "2026-03-08"), ""));
    Recorder read = read(first);
    assertThat(asked(last())).endsWith("&from=2026-03-09");
    assertThat(read.problems(Reason.DATES_BACKWARDS)).hasSize(1);
  }

  @Test
  void aReadingThatWasCutGoesOnWhereItWas() throws IOException {
    answers.add(list(record(1, "2026-01-01"), "t1"));
    answers.add(list(record(2, "2026-01-02"), ""));
    Recorder cut = read(new Recorder());
    assertThat(cut.checkpoints).hasSize(1);
    Recorder resumed = new Recorder();
    resumed.resumesAt = cut.checkpoints.getFirst();
    answers.add(list(record(2, "2026-01-02"), ""));
    now = "2026-03-11T00:00:00Z";
    read(resumed);
    assertThat(asked(last())).isEqualTo("/oai?verb=ListRecords&resumptionToken=t1");
    assertThat(resumed.whole).isTrue();
    assertThat(resumed.memory)
        .as("the clock of its beginning")
        .containsEntry("from", "2026-03-10T10:00:00Z");
  }

  @Test
  void aPageThatIsBrokenOnceIsReadAgain() throws IOException {
    answers.add(list(record(1, "2026-01-01"), "t1").substring(0, 300));
    answers.add(list(record(1, "2026-01-01") + record(2, "2026-01-01"), ""));
    Recorder read = read(new Recorder());
    assertThat(read.byKey(RecordKind.OUTPUT)).hasSize(2);
    assertThat(read.problems(Reason.BAD_XML)).hasSize(1);
  }

  @Test
  void aPageThatIsBrokenTwiceEndsInASentence() {
    String broken = list(record(1, "2026-01-01") + record(2, "2026"), "t1");
    broken = broken.substring(0, broken.length() - 60);
    answers.add(broken);
    answers.add(broken);
    Recorder read = new Recorder();
    assertThat(refusal(read).code()).isEqualTo("MC-1449");
    assertThat(read.byKey(RecordKind.OUTPUT)).as("what came before").hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "badArgument, MC-1440, harvest.oai.bad_argument",
    "cannotDisseminateFormat, MC-1441, harvest.oai.no_such_format",
    "noSetHierarchy, MC-1442, harvest.oai.no_sets",
    "badVerb, MC-1443, harvest.oai.bad_verb",
    "idDoesNotExist, MC-1444, harvest.oai.no_such_record",
    "noMetadataFormats, MC-1445, harvest.oai.no_formats",
    "badResumptionToken, MC-1446, harvest.oai.bad_token",
    "undefinedError, MC-1447, harvest.oai.other"
  })
  void everyErrorOfTheProtocolHasItsSentence(String error, String code, String key) {
    for (int i = 0; i < 6; i++) {
      answers.add(error(error));
    }
    Refusal refusal = refusal(new Recorder());
    assertThat(refusal.code()).isEqualTo(code);
    assertThat(refusal.key()).isEqualTo(key);
  }

  @Test
  void nothingThatMatchesIsALineAndMakesNothingMissing() throws IOException {
    answers.add(error("noRecordsMatch"));
    Recorder read = read(new Recorder());
    assertThat(read.problems(Reason.NOTHING_MATCHES)).hasSize(1);
    assertThat(read.whole).isFalse();
  }

  @Test
  void anErrorPageInTheMiddleIsNoEmptyList() {
    answers.add(list(record(1, "2026-01-01"), "t1"));
    answers.add("<html><body><p>Sorry</p></body></html>");
    assertThat(refusal(new Recorder()).code()).isEqualTo("MC-1448");
  }

  @Test
  void whatNoXmlMayHoldIsReadAllTheSame() throws IOException {
    String title = "<dc><title>A\u000Bb &#x1; c</title></dc>";
    answers.add(list(record(1, "2026-01-01").replaceFirst("<dc>.*</dc>", title), ""));
    Recorder read = read(new Recorder());
    assertThat(Recorder.values(read.findings.getFirst(), Field.TITLE)).containsExactly("A b c");
  }

  @Test
  void aRepositoryIsRecognisedByItsRootAndItsAddressIsCleared() {
    assertThat(Repository.base(server.at("/oai?verb=Identify"))).isEqualTo(server.at("/oai"));
    assertThat(Repository.base(server.at("/x?page=oai&verb=ListRecords&set=a")))
        .isEqualTo(server.at("/x?page=oai"));
  }
}
