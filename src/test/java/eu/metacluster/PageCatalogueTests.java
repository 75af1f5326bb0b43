package eu.metacluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import eu.metacluster.grid.GridRecord;
import eu.metacluster.grid.Identifier;
import eu.metacluster.grid.Identifier.Scheme;
import eu.metacluster.grid.Lifecycle;
import eu.metacluster.grid.Records;
import eu.metacluster.journal.Followers;
import eu.metacluster.platform.Role;
import eu.metacluster.support.AccessMatrix;
import eu.metacluster.support.AccessMatrix.Row;
import eu.metacluster.support.Axe;
import eu.metacluster.support.Browser;
import eu.metacluster.support.BrowserTest;
import eu.metacluster.support.Focus;
import eu.metacluster.support.HttpPerson;
import eu.metacluster.support.Persons;
import eu.metacluster.support.RealCut;
import eu.metacluster.support.Zip;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Opens every page of the access matrix as every role that may see it, light in English and dark in
 * French, on a desktop and on a phone. The rules of WCAG are checked in all four for the lowest
 * role, in two for the highest where the page is another for it; for the roles between only what a
 * glance shows.
 */
@BrowserTest
class PageCatalogueTests {

  private static final Pattern SELECT = Pattern.compile("\\((select [^)]*)\\)");
  private static final int FIRST = 5_000;

  /** A word without a place to break, wider than a phone. */
  private static final String LONG = "Forschungsprojekte".repeat(5);

  private static final int DESKTOP = 1280;
  private static final int PHONE = 390;

  /** The page without its frame, and without what is another in each visit. */
  private static final String MARKUP =
      """
      document.querySelector('main').outerHTML.replaceAll(/name="_csrf" value="[^"]*"/g, '')
      """;

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;

  @Autowired Records records;
  @Autowired Lifecycle lifecycle;
  @Autowired Followers followers;
  @TempDir Path folder;

  /** A page that says no, and with which status. */
  private record Refused(String path, int status) {}

  private static final List<Refused> REFUSED =
      List.of(
          new Refused("/nowhere", 404),
          new Refused("/projects/not-there", 404),
          new Refused("/sign-in/no-such-link", 410));

  private final List<String> faults = new ArrayList<>();
  private final Set<String> opened = new TreeSet<>();

  /** What was looked at in all depth, and would be found the same again. */
  private final Set<String> looked = new HashSet<>();

  @BeforeEach
  void somethingToShow() throws Exception {
    readAnExport();
    Set<Role> roles = Set.of(Role.values());
    roles.forEach(role -> new Persons(jdbc).with(role));
    lookAlikes();
    jdbc.sql(
            """
            insert into platform.mail (id, recipient, subject, body)
            values (gen_random_uuid(), 'ada@example.org', 'A mail', 'See http://localhost/ there.')
            """)
        .update();
  }

  /** Two pairs that a person is asked about: of projects and of organisations. */
  private void lookAlikes() {
    jdbc.sql(
            """
            insert into screening.suggestion (id, kind, one, other, probability, reasons,
              digest_one, digest_other, found_at)
            select gen_random_uuid(), kind, ids[1], ids[2], 0.97, :reasons, '', '', now()
            from (select kind, array_agg(id order by id) as ids from grid.record
                  where kind in ('project', 'organisation') and state = 'candidate'
                  group by kind having count(*) > 1) as pair
            on conflict do nothing""")
        .param(
            "reasons",
            """
            [{"column":"title","likeness":0.95,"weight":3.2},
             {"column":"country","likeness":0,"weight":-1.4},
             {"column":"startDate","likeness":0.6,"weight":0.1},
             {"column":"*row","likeness":0.6,"weight":2.1}]""")
        .update();
  }

  /** A table of one's own, whose columns can be set. */
  private void readATable(HttpPerson coordinator) throws Exception {
    String source =
        coordinator
            .post(
                "/sources",
                "/sources/new",
                "name",
                "Table " + folder.getFileName(),
                "connector",
                "table")
            .uri()
            .getPath();
    byte[] table =
        "Id;Titre du projet;Date de fin;Pays\nP-1;Dépistage;31/12/2027;Belgique\nP-2;Suivi;bientôt;Italie\n"
            .getBytes(StandardCharsets.UTF_8);
    String run =
        coordinator
            .postFile(source + "/runs", source, "projets.csv", table, "dry", "true")
            .uri()
            .getPath();
    for (int i = 0; i < 600 && coordinator.get(run).body().contains("data-events"); i++) {
      Thread.sleep(100);
    }
  }

  /** A source with a dry run and a run of real projects, of which the first is authorised. */
  private void readAnExport() throws Exception {
    Path bundle = RealCut.of(folder, FIRST, 6);
    Files.writeString(bundle.resolve("notes.txt"), "not a part of it");
    Persons persons = new Persons(jdbc);
    try (HttpPerson coordinator = new HttpPerson("http://localhost:" + port)) {
      coordinator.signIn(persons.link(persons.with(Role.COORDINATOR)));
      readATable(coordinator);
      String source =
          coordinator
              .post(
                  "/sources",
                  "/sources/new",
                  "name",
                  LONG + folder.getFileName(),
                  "connector",
                  "cordis-csv")
              .uri()
              .getPath();
      for (String dry : List.of("true", "false")) {
        String run =
            coordinator
                .postFile(source + "/runs", source, LONG + ".zip", Zip.of(bundle), "dry", dry)
                .uri()
                .getPath();
        for (int i = 0; i < 600 && coordinator.get(run).body().contains("data-events"); i++) {
          Thread.sleep(100);
        }
        assertThat(coordinator.get(run).body()).contains("Finished");
      }
    }
    String grant =
        jdbc.sql(
                """
                select i.value from grid.identifier i join grid.record r on r.id = i.record
                where i.scheme = 'GRANT' and r.state = 'candidate' order by i.value limit 1""")
            .query(String.class)
            .single();
    GridRecord record = records.find(Identifier.of(Scheme.GRANT, grant)).orElseThrow();
    lifecycle.publish(List.of(record.id()), Map.of(), new Lifecycle.Reason(null, null, null));
    assertThat(followers.awaitCaughtUp(Duration.ofSeconds(60))).isTrue();
  }

  @Test
  void everyPageIsFitForEverybody() {
    for (String role : AccessMatrix.ROLES) {
      look(role, "light", "en");
      look(role, "dark", "fr");
    }
    assertThat(opened).isNotEmpty();
    assertThat(faults).isEmpty();
  }

  private void look(String role, String theme, String language) {
    Browser browser = new Browser(port);
    Persons persons = new Persons(jdbc);
    try (BrowserContext context =
        role.equals("visitor")
            ? browser.visitor(theme, language)
            : browser.signedIn(
                persons.link(persons.with(Role.valueOf(role.toUpperCase(Locale.ROOT)))),
                theme,
                language)) {
      Page page = context.newPage();
      List<String> errors = new ArrayList<>();
      page.onConsoleMessage(
          message -> {
            if (message.type().equals("error")) {
              errors.add(message.text());
            }
          });
      page.onPageError(errors::add);
      for (Refused refused : REFUSED) {
        if (role.equals("visitor")) {
          open(page, refused.path(), refused.status(), role + " " + theme, errors, Depth.ALL);
        }
      }
      for (Row row : AccessMatrix.read()) {
        if (row.page() && row.allows(role)) {
          for (String path : examples(row)) {
            open(page, path, 200, role + " " + theme, errors, depth(row, role, theme));
          }
        }
      }
    }
  }

  /** How closely to look: all of it once per page, less where only the frame differs. */
  private enum Depth {
    ALL,
    DESKTOP,
    PHONE,
    FRAME
  }

  private static Depth depth(Row row, String role, String theme) {
    if (role.equals(lowest(row))) {
      return Depth.ALL;
    }
    if (!role.equals("administrator")) {
      return Depth.FRAME;
    }
    return theme.equals("light") ? Depth.DESKTOP : Depth.PHONE;
  }

  private static String lowest(Row row) {
    return AccessMatrix.ROLES.stream().filter(role -> row.allows(role)).findFirst().orElse("");
  }

  private void open(
      Page page, String path, int status, String as, List<String> errors, Depth wanted) {
    String where = path + " as " + as;
    errors.clear();
    page.setViewportSize(DESKTOP, 900);
    Response response = page.navigate(path);
    if (response == null || response.status() != status) {
      faults.add(where + " answers " + (response == null ? "nothing" : response.status()));
      return;
    }
    opened.add(path);
    Depth depth = asBefore(page, path, as, wanted) ? Depth.FRAME : wanted;
    if (depth != Depth.PHONE) {
      check(page, where + " on a desktop", depth != Depth.FRAME);
    }
    if (depth != Depth.DESKTOP) {
      page.setViewportSize(PHONE, 844);
      check(page, where + " on a phone", depth != Depth.FRAME);
    }
    if (page.title().isBlank() || page.title().startsWith("·")) {
      faults.add(where + " has no title");
    }
    errors.removeIf(error -> status != 200 && error.contains("status of " + status));
    errors.forEach(error -> faults.add(where + " says in the console: " + error));
  }

  /** Whether the very same was looked at in all depth for a lower role, in the same theme. */
  private boolean asBefore(Page page, String path, String as, Depth wanted) {
    if (wanted == Depth.FRAME) {
      return false;
    }
    String theme = as.substring(as.indexOf(' '));
    String markup = String.valueOf(page.evaluate(MARKUP));
    String known = path + theme + ' ' + markup.length() + ' ' + markup.hashCode();
    return wanted == Depth.ALL ? !looked.add(known) : looked.contains(known);
  }

  private void check(Page page, String where, boolean axe) {
    int headings = page.locator("h1").count();
    if (headings != 1) {
      faults.add(where + " has " + headings + " h1");
    }
    Object wide =
        page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth");
    if (!wide.equals(0)) {
      faults.add(where + " is " + wide + " px too wide");
    }
    if (axe) {
      Axe.violations(page).forEach(violation -> faults.add(where + ": " + violation));
      Focus.unseen(page).forEach(one -> faults.add(where + " does not show the focus on " + one));
    }
  }

  private List<String> examples(Row row) {
    return (row.example().isEmpty() ? List.of(row.path()) : List.of(row.example().split(" ; ")))
        .stream().map(this::filled).toList();
  }

  private String filled(String path) {
    if (path.equals("/sign-in/(link)")) {
      Persons persons = new Persons(jdbc);
      return persons.link(persons.with(Role.MEMBER));
    }
    Matcher select = SELECT.matcher(path);
    return select.replaceAll(
        found ->
            Matcher.quoteReplacement(
                jdbc.sql(found.group(1))
                    .query(String.class)
                    .optional()
                    .orElse("nothing-found-by-the-example")));
  }
}
