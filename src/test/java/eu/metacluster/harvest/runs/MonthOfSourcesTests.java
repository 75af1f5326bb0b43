package eu.metacluster.harvest.runs;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import eu.metacluster.harvest.fetch.Pace;
import eu.metacluster.platform.Role;
import eu.metacluster.support.FreshDatabase;
import eu.metacluster.support.Loopback;
import eu.metacluster.support.Persons;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

/**
 * Thirty days of schedules, hour by hour, over servers that behave and servers that do not: the
 * grid holds what it should, and each alarm was told once.
 */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"metacluster.fetch.allow-loopback=true", "metacluster.run-patience=60"})
@ContextConfiguration(initializers = FreshDatabase.class)
@Import(MonthOfSourcesTests.Virtual.class)
@Timeout(240)
class MonthOfSourcesTests {

  private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
  private static final int DAYS = 30;
  private static final DateTimeFormatter MAIL_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  /** Time that goes when the test says so. */
  static final class VirtualPace implements Pace {
    private volatile Instant now = START;

    @Override
    public Instant now() {
      return now;
    }

    @Override
    public void pause(Duration duration) {}
  }

  @TestConfiguration(proxyBeanMethods = false)
  static class Virtual {
    @Bean
    @Primary
    VirtualPace virtualPace() {
      return new VirtualPace();
    }
  }

  @Autowired VirtualPace pace;
  @Autowired SourceRegister sources;
  @Autowired Timetable timetable;
  @Autowired RunWorker worker;
  @Autowired Runs runs;
  @Autowired Alarms alarms;
  @Autowired Ending ending;
  @Autowired JdbcClient jdbc;

  private Loopback server;
  private final Map<String, Long> ids = new HashMap<>();
  private final UUID actor = UUID.randomUUID();
  private final AtomicInteger unchanged = new AtomicInteger();

  @BeforeEach
  void start() throws IOException {
    server = new Loopback();
    pace.now = START;
    new Persons(jdbc).with(Role.COORDINATOR);
  }

  @AfterEach
  void stop() {
    ids.values().forEach(id -> sources.retire(id, true, actor));
    server.close();
  }

  private int day() {
    return (int) Duration.between(START, pace.now()).toDays();
  }

  private long source(String name, String connector, String path, String schedule) {
    Map<String, String> fields = new HashMap<>();
    fields.put("name", name);
    fields.put("connector", connector);
    fields.put("location", server.at(path).toString());
    fields.put("schedule", schedule);
    fields.put("zone", "UTC");
    long id = sources.add(SourceForm.of(fields), null).id();
    ids.put(name, id);
    return id;
  }

  private long id(String name) {
    return Objects.requireNonNull(ids.get(name), name);
  }

  private static void send(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    Loopback.send(exchange, status, type, body.getBytes(StandardCharsets.UTF_8));
  }

  private String feed(String name, int items, boolean described) {
    return IntStream.rangeClosed(1, items)
        .mapToObj(
            i ->
                "<item><title>%s %d</title><link>https://example.org/%s/%d</link>%s<pubDate>%s</pubDate></item>"
                    .formatted(
                        name,
                        i,
                        name,
                        i,
                        described
                            ? "<description>What happened on day " + i + ".</description>"
                            : "",
                        MAIL_DATE.format(START.plus(Duration.ofDays(i)))))
        .collect(
            Collectors.joining(
                "",
                "<?xml version='1.0'?><rss version='2.0'><channel><title>News</title>",
                "</channel></rss>"));
  }

  private static String projects(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(
            i -> "\"9010%05d\";\"ACR%d\";\"A project on cancer number %d\"\n".formatted(i, i, i))
        .collect(Collectors.joining("", "\"id\";\"acronym\";\"title\"\n", ""));
  }

  private String sitemap() {
    return IntStream.rangeClosed(1, 3)
        .mapToObj(i -> "<url><loc>" + server.at("/site/" + i) + "</loc></url>")
        .collect(
            Collectors.joining(
                "", "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>", "</urlset>"));
  }

  /** A page with its mark; asked for with the mark that it has, it says that nothing changed. */
  private void sitePage(HttpExchange exchange, int version) throws IOException {
    String mark = "\"v" + version + "\"";
    exchange.getResponseHeaders().set("ETag", mark);
    if (version == 0) {
      send(exchange, 410, "text/html", "");
    } else if (mark.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
      unchanged.incrementAndGet();
      exchange.sendResponseHeaders(304, -1);
      exchange.close();
    } else {
      send(
          exchange,
          200,
          "text/html; charset=utf-8",
          "<html lang='en'><head><title>Centre %d for precision oncology</title></head><body><main><h1>Centre %d for precision oncology</h1><p>%s</p></main></body></html>"
              .formatted(
                  version, version, "It profiles tumours and advises hospitals. ".repeat(20)));
    }
  }

  private void open() {
    server
        .on("/steady", e -> send(e, 200, "application/rss+xml", feed("steady", day() + 1, true)))
        .on(
            "/breaks",
            e -> {
              boolean broken = day() >= 8 && day() < 20;
              send(
                  e,
                  broken ? 500 : 200,
                  "application/rss+xml",
                  broken ? "" : feed("breaks", day() + 1, true));
            })
        .on(
            "/drifts",
            e -> send(e, 200, "application/rss+xml", feed("drifts", 20 + day(), day() < 12)))
        .on("/halves/project.csv", e -> send(e, 200, "text/csv", projects(day() < 15 ? 40 : 15)))
        .on(
            "/closes",
            e -> {
              if (day() < 3) {
                send(e, 200, "application/rss+xml", feed("closes", 5, true));
              } else {
                e.getResponseHeaders().set("Location", "/user/login");
                e.sendResponseHeaders(302, -1);
                e.close();
              }
            })
        .on(
            "/later",
            e -> {
              if (day() == 5) {
                e.getResponseHeaders().set("Retry-After", String.valueOf(3 * 86_400));
                send(e, 429, "text/plain", "");
              } else {
                send(e, 200, "application/rss+xml", feed("later", day() + 1, true));
              }
            })
        .on("/paused", e -> send(e, 200, "application/rss+xml", feed("paused", 5, true)))
        .on("/site/sitemap.xml", e -> send(e, 200, "application/xml", sitemap()))
        .on("/site/1", e -> sitePage(e, 1))
        .on("/site/2", e -> sitePage(e, day() < 15 ? 2 : 200))
        .on("/site/3", e -> sitePage(e, day() < 10 ? 3 : 0))
        .on("/weekly", e -> send(e, 200, "application/rss+xml", feed("weekly", day() + 1, true)));
    source("steady", "feed", "/steady", "every P1D");
    source("breaks", "feed", "/breaks", "every PT12H");
    source("drifts", "feed", "/drifts", "every P1D");
    source("halves", "cordis-csv", "/halves/project.csv", "every P1D");
    source("closes", "feed", "/closes", "every P1D");
    source("later", "feed", "/later", "every P1D");
    sources.pause(source("paused", "feed", "/paused", "every P1D"), true, actor);
    source("site", "web-pages", "/site/sitemap.xml", "every P1D");
    source("weekly", "feed", "/weekly", "0 30 4 * * MON");
  }

  /** Goes through the days hour by hour and does what is due. */
  private void live(int days) {
    Instant end = pace.now.plus(Duration.ofDays(days));
    while (pace.now.isBefore(end)) {
      pace.now = pace.now.plus(Duration.ofHours(1));
      timetable.startDue().forEach(this::work);
    }
  }

  private void work(long run) {
    worker.work(run);
    while (runs.get(run).state().open()) {
      worker.work(run);
      Thread.onSpinWait();
    }
  }

  private int runsOf(String name, String state) {
    return jdbc.sql("select count(*) from harvest.run where source = :id and state = :state")
        .param("id", id(name))
        .param("state", state)
        .query(Integer.class)
        .single();
  }

  private int known(String name) {
    return jdbc.sql("select count(*) from grid.sighting where source = :id and gone_run is null")
        .param("id", id(name))
        .query(Integer.class)
        .single();
  }

  private List<String> alarmsOf(String name) {
    return alarms.of(id(name)).reversed().stream()
        .map(a -> a.kind().word() + (a.overAt() == null ? " lasts" : " over"))
        .toList();
  }

  /** What one of the coordinators got. */
  private List<String> mails() {
    return jdbc.sql(
            """
            select subject from platform.mail
            where recipient = (select min(recipient) from platform.mail) order by id""")
        .query(String.class)
        .list();
  }

  @Test
  void aMonthEndsWithTheRightGridAndTheRightAlarms() {
    open();
    live(DAYS);

    assertThat(runsOf("steady", "finished")).isEqualTo(30);
    assertThat(known("steady")).isEqualTo(31);
    assertThat(alarmsOf("steady")).isEmpty();

    assertThat(runsOf("weekly", "finished")).isEqualTo(5);
    assertThat(runsOf("paused", "finished")).isZero();

    assertThat(alarmsOf("breaks")).containsExactly("silent over");
    assertThat(runsOf("breaks", "failed")).isBetween(3, 24);
    assertThat(known("breaks")).isEqualTo(31);
    assertThat(sources.get(id("breaks")).condition().errors()).isZero();

    assertThat(alarmsOf("drifts")).containsExactly("field_vanished lasts");
    assertThat(known("drifts")).isEqualTo(50);

    assertThat(alarmsOf("halves")).containsExactly("count_fell lasts");
    assertThat(known("halves")).isEqualTo(40);

    assertThat(alarmsOf("closes")).containsExactly("closed lasts");
    assertThat(known("closes")).isEqualTo(5);

    assertThat(runsOf("later", "failed")).isEqualTo(1);
    assertThat(runsOf("later", "finished")).isEqualTo(27);
    assertThat(alarmsOf("later")).isEmpty();

    assertThat(runsOf("site", "finished")).isEqualTo(30);
    assertThat(known("site")).isEqualTo(2);
    assertThat(unchanged).hasValue(29 + 28 + 8);
    assertThat(
            jdbc.sql(
                    """
                    select count(*) from grid.claim c join grid.sighting g on g.id = c.sighting
                    where g.source = :id and c.field = 'title' and c.ended_run is null""")
                .param("id", id("site"))
                .query(Integer.class)
                .single())
        .isEqualTo(3);

    assertThat(mails())
        .containsExactlyInAnyOrder(
            "The source closes asks us to stay away",
            "The source breaks does not answer",
            "The source drifts may have changed its format",
            "The source halves has far less than before");
    theMonthIsTakenBackRunByRun();
  }

  /** Rollback of the newest run takes back exactly its claims. */
  private void theMonthIsTakenBackRunByRun() {
    long newest =
        jdbc.sql("select max(id) from harvest.run where source = :id and state = 'finished'")
            .param("id", id("steady"))
            .query(Long.class)
            .single();
    ending.rollBack(newest, actor);
    assertThat(known("steady")).isEqualTo(30);
    assertThat(
            jdbc.sql("select count(*) from grid.claim where run = :run")
                .param("run", newest)
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void twoNodesThatLookAtTheSameMomentStartASourceOnce() throws Exception {
    server.on("/once", e -> send(e, 200, "application/rss+xml", feed("once", 3, true)));
    source("once " + UUID.randomUUID(), "feed", "/once", "every P1D");
    pace.now = pace.now.plus(Duration.ofDays(2));
    List<Thread> nodes =
        IntStream.range(0, 8)
            .mapToObj(i -> Thread.ofPlatform().start(() -> timetable.startDue()))
            .toList();
    for (Thread node : nodes) {
      node.join();
    }
    long id = ids.values().stream().max(Long::compare).orElseThrow();
    assertThat(runs.ofSource(id, 10)).hasSize(1);
    assertThat(timetable.startDue()).isEmpty();
    runs.ofSource(id, 10).forEach(run -> work(run.id()));
  }
}
