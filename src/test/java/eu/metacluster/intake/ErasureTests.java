package eu.metacluster.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.luben.zstd.Zstd;
import eu.metacluster.intake.mailbox.Delivered;
import eu.metacluster.journal.Verification;
import eu.metacluster.journal.Verifications;
import eu.metacluster.people.notices.Notices;
import eu.metacluster.platform.Identity;
import eu.metacluster.platform.Mailer;
import eu.metacluster.platform.Role;
import eu.metacluster.screening.Committee;
import eu.metacluster.screening.SignInForTests;
import eu.metacluster.support.HttpPerson;
import eu.metacluster.support.Leftovers;
import eu.metacluster.support.Persons;
import eu.metacluster.support.ProductTest;
import jakarta.mail.internet.InternetAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Somebody does everything that can be done here, under a name that nobody else has, and is erased:
 * no table, no index, no file and no mail names them any more, and what others count on is whole.
 */
@ProductTest
@Import({Committee.class, SignInForTests.class})
class ErasureTests {

  /** What may name an erased person, and why. */
  private static final List<String> EXCEPTIONS =
      List.of(
          // a signed contract is kept as long as claims can rest on it (GDPR, Article 17(3)(e))
          "membership.signature.signer");

  private static final Pattern VERSION =
      Pattern.compile("name=\"version\" (?:type=\"hidden\" )?value=\"([^\"]+)\"");

  @Autowired ApplicationContext house;
  @Autowired Committee committee;
  @Autowired JdbcClient jdbc;
  @Autowired Notices notices;
  @Autowired Mailer mailer;
  @Autowired Verifications verifications;
  @Autowired TransactionTemplate transaction;
  @LocalServerPort int port;

  @Value("${metacluster.data}")
  Path data;

  private Persons persons;
  private Post post;
  private Leftovers left;
  private HttpPerson chief;
  private Identity person;
  private String family;
  private String name;
  private String address;
  private String number;

  @BeforeEach
  void somebody() throws Exception {
    persons = new Persons(jdbc);
    post = new Post(jdbc);
    left = new Leftovers(jdbc, data);
    number = Committee.number();
    person = persons.with(Role.COMMITTEE);
    family = "Unverwechselbar" + number;
    name = "Zsofia " + family;
    address = "zsofia." + number + "@somewhere.test";
    jdbc.sql("update people.account set name = ?, email = ? where id = ?")
        .params(name, address, person.account())
        .update();
    chief = open(persons.with(Role.ADMINISTRATOR));
  }

  @AfterEach
  void leave() {
    chief.close();
    jdbc.sql("delete from opendata.hook").update();
  }

  private HttpPerson open(Identity who) throws Exception {
    return new HttpPerson("http://localhost:" + port).signIn(persons.link(who));
  }

  private HttpPerson visitor() {
    return new HttpPerson("http://localhost:" + port);
  }

  @Test
  void anErasedPersonIsFoundNowhereAndWhatOthersCountOnStays() throws Exception {
    try (HttpPerson she = open(person);
        HttpPerson outside = visitor()) {
      listens();
      String decided = reviews(she);
      joins(she);
      byForm(outside);
      String handle = byMail(outside);
      follows(she, outside);
      isToldOf(she);
      assertThat(chief.post("/dumps", "/dumps").statusCode()).isEqualTo(200);
      committee.settle();
      awaitDeliveries();
      assertThat(left.columns()).isGreaterThan(250);
      assertThat(left.tables(family))
          .as("before")
          .contains(
              "people.account.name",
              "people.notice.body",
              "platform.mail.body",
              "intake.submission.facts",
              "intake.person.name",
              "intake.letterbox.raw",
              "grid.claim.value",
              "grid.claim.evidence",
              "grid.record.title",
              "grid.record.handle",
              "screening.case.words",
              "screening.vote.note",
              "screening.answer.text",
              "opendata.item.body",
              "membership.signature.signer");
      assertThat(visitor().get("/grid?q=" + family).body()).as("before").contains(number);
      assertThat(left.files(family)).as("before").anyMatch(file -> file.startsWith("dumps"));

      List<String> counts = counts();
      long entries = entries();
      HttpResponse<String> gone = she.post("/account/erasure", "/account/data", "email", address);
      assertThat(gone.statusCode()).isEqualTo(200);
      committee.settle();
      nothingIsLeft();
      assertThat(counts()).as("votes, decisions, records, signatures").isEqualTo(counts);
      assertThat(entries()).isGreaterThan(entries);
      assertThat(verified().whole()).as("the chain of the journal").isTrue();
      assertThat(verdict(decided)).isEqualTo("decline");
      assertThat(visitor().get(page(handle)).body())
          .contains("Liquid biopsy")
          .doesNotContain(family);
      assertThat(she.get("/desk").uri().getPath()).isEqualTo("/sign-in");
    }
  }

  private Verification verified() {
    long seq = entries();
    verifications.start();
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> verifications.latest().filter(one -> one.seq() >= seq).isPresent());
    return verifications.latest().orElseThrow();
  }

  /** What is searched for after an erasure would be found, packed as snapshots are. */
  @Test
  void whatIsPackedIsLookedThroughToo() {
    transaction.executeWithoutResult(
        status -> {
          jdbc.sql(
                  """
                  insert into harvest.snapshot_block (snapshot, no, first_byte, length, bytes)
                  values (-1, 0, 0, ?, ?)""")
              .params(name.length(), Zstd.compress(name.getBytes(StandardCharsets.UTF_8)))
              .update();
          assertThat(left.packed(family)).containsExactly("harvest.snapshot_block.bytes");
          status.setRollbackOnly();
        });
  }

  private void nothingIsLeft() throws Exception {
    for (String word : List.of(family, address)) {
      assertThat(left.tables(word)).as(word).isSubsetOf(EXCEPTIONS);
      assertThat(left.packed(word)).as(word).isEmpty();
      assertThat(left.index(word)).as(word).isEmpty();
      assertThat(left.files(word)).as(word).isEmpty();
    }
    String folded = family.toLowerCase(Locale.ROOT);
    assertThat(left.tables("zsofia" + folded)).as("as look-alikes are told").isEmpty();
  }

  /** Another system hears of everything that changes. */
  private void listens() {
    jdbc.sql(
            """
            insert into opendata.hook (id, address, secret, created_at, position)
            values (?, 'http://127.0.0.1:1/', 'secret', now(),
              (select coalesce(max(position), 0) from opendata.item))""")
        .param(UUID.randomUUID())
        .update();
  }

  private void awaitDeliveries() {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                jdbc.sql("select count(*) from opendata.delivery").query(Long.class).single() > 0
                    || jdbc.sql("select count(*) from opendata.hook")
                        .query(Long.class)
                        .single()
                        .equals(0L));
  }

  /** Decides one case with words of her own, steps back from one, takes one on, keeps a view. */
  private String reviews(HttpPerson she) throws Exception {
    String decided = committee.newCase().handle();
    String taken = committee.newCase().handle();
    String left = committee.newCase().handle();
    String queue = "/queue/" + decided;
    ok(
        she.post(
            queue + "/decision",
            queue,
            "round",
            "1",
            "verdict",
            "decline",
            "out",
            "not-cancer.1",
            "note",
            name + " (" + address + ") finds it off topic."));
    assertThat(verdict(decided)).isEqualTo("decline");
    ok(
        she.post(
            "/queue/" + taken + "/assignment",
            "/queue/" + taken,
            "reviewer",
            person.account().toString()));
    ok(she.post("/queue/" + left + "/interest", "/queue/" + left, "back", "true"));
    ok(she.post("/queue/views", "/queue", "name", "Cases of " + name, "q", "lung"));
    return decided;
  }

  private void joins(HttpPerson she) throws Exception {
    HttpResponse<String> file =
        she.post(
            "/membership/apply",
            "/membership/apply",
            "name",
            "Cluster " + number,
            "type",
            "CLUSTER",
            "country",
            "BE",
            "about",
            "Ask " + name + " at " + address + ".");
    ok(file);
    String path = file.uri().getPath();
    ok(
        she.post(
            path + "/signature",
            path,
            "signer",
            name,
            "function",
            "Director",
            "authorised",
            "true",
            "version",
            "1"));
    assertThat(
            jdbc.sql("select count(*) from membership.signature where signer = ?")
                .param(name)
                .query(Long.class)
                .single())
        .isOne();
  }

  /** One contribution by form that is confirmed, one that is not, and a draft. */
  private void byForm(HttpPerson outside) throws Exception {
    for (String what : List.of("send", "send", "save")) {
      ok(
          outside.post(
              "/add/project",
              "/add/project",
              "do",
              what,
              "title",
              "Form of " + name + " " + what,
              "summary",
              Committee.CORE + " " + name + " leads it.",
              "note",
              "Call " + name + ".",
              "email",
              address,
              "name",
              name,
              "own",
              "yes",
              "agreed",
              "yes"));
    }
    String confirm = post.link(address, "/add/confirm/");
    ok(outside.post(confirm, confirm));
    committee.settle();
  }

  /** A mail that becomes public: asked about, answered, authorised, permitted. */
  private String byMail(HttpPerson outside) throws Exception {
    Delivered.mail(
        house,
        new InternetAddress(address, name),
        "<zsofia." + family + "@mailer.test>",
        "Our project",
        """
        Title: Liquid biopsy of %s %s

        %s

        Kind regards
        %s, %s
        """
            .formatted(name, number, Committee.CORE, name, address));
    jdbc.sql("insert into intake.letterbox (id, sender, raw, taken_at) values (?, ?, ?, now())")
        .params(
            UUID.randomUUID(),
            address,
            ("From: " + name + " <" + address + ">").getBytes(StandardCharsets.UTF_8))
        .update();
    committee.settle();
    String handle =
        jdbc.sql("select handle from screening.case where title = ?")
            .param("Liquid biopsy of " + name + " " + number)
            .query(String.class)
            .single();
    decide(handle, "verdict", "return", "note", "Dear " + name + ", which cancers?");
    committee.settle();
    assertThat(post.to(address).getFirst())
        .contains("You get this because", "Erase your address, at the end of this page");
    String status = post.link(address, "/status/");
    ok(outside.post(status + "/answer", status, "text", "Lung cancer, says " + name + "."));
    committee.settle();
    decide(handle, "verdict", "authorise", "in", "enabling.1");
    committee.settle();
    String permission = post.link(address, "/permission/");
    Matcher version = VERSION.matcher(outside.get(permission).body());
    assertThat(version.find()).isTrue();
    ok(outside.post(permission, permission, "answer", "yes", "version", version.group(1)));
    committee.settle();
    assertThat(visitor().get(page(handle)).body()).contains(name);
    return handle;
  }

  private void decide(String handle, String... fields) throws Exception {
    List<String> all = new ArrayList<>(List.of(fields));
    all.add("round");
    all.add(
        jdbc.sql("select round::text from screening.case where handle = ?")
            .param(handle)
            .query(String.class)
            .single());
    String path = "/queue/" + handle;
    ok(chief.post(path + "/decision", path, all.toArray(String[]::new)));
  }

  private void follows(HttpPerson she, HttpPerson outside) throws Exception {
    ok(she.post("/follow", "/follow?search=q%3Dlung", "search", "q=" + family, "rhythm", "week"));
    ok(
        outside.post(
            "/follow",
            "/follow?search=q%3Dlung",
            "search",
            "q=lung",
            "rhythm",
            "week",
            "email",
            address));
  }

  /** She is told things, and others are told of her. */
  private void isToldOf(HttpPerson she) throws Exception {
    ok(she.post("/sign-in", "/account", "email", address));
    transaction.executeWithoutResult(
        status -> {
          for (UUID one : List.of(person.account(), persons.with(Role.COORDINATOR).account())) {
            notices.tell(
                List.of(one),
                "membership.topic.ours",
                "/members",
                "membership.mail.applied.subject",
                "membership.mail.applied.text",
                name + " of " + address,
                "http://localhost");
          }
          mailer.send("other@house.test", "About " + name, "Write to " + address);
        });
  }

  private static void ok(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.uri() + "\n" + answer.body()).isEqualTo(200);
  }

  private String verdict(String handle) {
    return jdbc.sql("select outcome from screening.case where handle = ?")
        .param(handle)
        .query(String.class)
        .single();
  }

  private String page(String handle) {
    return "/projects/"
        + jdbc.sql(
                """
                select r.handle from grid.record r join screening.case c on c.lead = r.id
                where c.handle = ?""")
            .param(handle)
            .query(String.class)
            .single();
  }

  private List<String> counts() {
    return List.of(
            "select count(*) from screening.vote",
            "select count(*) from screening.decision",
            "select count(*) from grid.record",
            "select count(*) from grid.claim",
            "select count(*) from intake.submission where state = 'received'",
            "select count(*) from intake.permission where answer = 'yes'",
            "select count(*) from membership.signature",
            "select count(*) from screening.case")
        .stream()
        .map(sql -> jdbc.sql(sql).query(String.class).single())
        .toList();
  }

  private long entries() {
    return jdbc.sql("select count(*) from journal.entry").query(Long.class).single();
  }
}
