package eu.metacluster.discovery.pages;

import static org.assertj.core.api.Assertions.assertThat;

import eu.metacluster.discovery.Plot;
import eu.metacluster.grid.Field;
import eu.metacluster.grid.Finding;
import eu.metacluster.support.HttpPerson;
import eu.metacluster.support.ProductTest;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Whatever stands in an address, over the real wire: an answer in time, and never a fault. */
@ProductTest
class HostileTests {

  private static final Duration IN_TIME = Duration.ofSeconds(3);

  /** A letter of every script that the runtime knows. */
  private static final String EVERY_SCRIPT =
      Arrays.stream(Character.UnicodeScript.values())
          .map(HostileTests::letter)
          .collect(Collectors.joining(" "));

  static final List<String> QUERIES =
      Stream.of(
              "x".repeat(10_000),
              "word ".repeat(2_000),
              "🧬".repeat(10_000),
              "ж".repeat(10_000),
              "\"".repeat(9_999),
              "-".repeat(10_000),
              "* ? *:* ** ?? [* TO *] {a TO z}",
              "AND OR NOT && || ! ( ) { } [ ] ^ \" ~ * ? : \\ /",
              "\"unbalanced \"twice\" over",
              "*leading ?leading *",
              "/(a+)+(b|c)*$/ (.*)*.*[^x]{1,1000}",
              "(((((((((((((((((((((((((",
              "<script>alert(1)</script><img src=x onerror=alert(1)>",
              "'; drop table grid.record; -- ${jndi:ldap://x/} #{7*7} {{7*7}}",
              "title: organisation: country: year: id:",
              "year:99999-00000 year:-- country:,,,, programme:* call:*",
              "title:\"unclosed country:" + "DE,".repeat(300),
              "-title:x -id:y -\"z\"",
              "how can one find out which of all these many words of a question mean what "
                  + "so ".repeat(80),
              "\u0000\u0001\u001f\u007f\ufffe\uffff",
              "\ud83e\udd83\ud83e",
              "a\u0301\u0323\u0344".repeat(500),
              "\u202e\u2066reversed\u2069 \u200d\u200b\ufeff",
              EVERY_SCRIPT,
              "🏳️‍🌈 👩🏽‍🔬 🇪🇺 ❤️‍🔥",
              "𝔽𝕒𝕟𝕔𝕪 ﬁ ﷺ İ ẞ ǆ",
              "")
          .map(text -> "q=" + URLEncoder.encode(text, StandardCharsets.UTF_8))
          .toList();

  static final List<String> FORGED =
      List.of(
          many("country", 500),
          many("organisation", 500),
          many("nonsense", 1_000),
          many("call", 300, "x".repeat(70)),
          "change=sort%3A%0D%0AX%3A1&change=page%3A99999999999999&sort=title",
          "change=" + URLEncoder.encode("call:" + "\u6f22".repeat(5_000), StandardCharsets.UTF_8),
          "of=region&show=1&" + many("region", 400, "x".repeat(40)),
          "page=1000000000",
          "page=-1&page=2&page=x",
          "page=99999999999999999999999999",
          "sort=title%3Bdrop&sort=relevance&sort=%00",
          "sort=relevance",
          "at=DE&at=%3Cscript%3Ealert(1)%3C/script%3E",
          "at=9999,9999,9999&table=nuts3&show=contribution&per=million",
          "at=0,0,1",
          "at=ZZ999&at=-1,-1,-1",
          "at=LV00%00",
          "%00=1&a%00b=2&%0A%1B=3",
          "view=table&cols=" + "grant,".repeat(1_000),
          "view=../../etc/passwd&cols=%3Cb%3E&show=x&order=y&table=z",
          "kind=%00&kind=PROJECT&kind=project%1Fx&year=2024%1F&freshness=never&freshness=x",
          "freshness=2026-11&budget=-1&state=candidate&scope=0&tissue=&region=%F0%9F%A7%AC",
          "q=a&q=b&q=c&country=&country=%20&=&&&",
          "q=%ED%A0%80%FF%FE&country=%C0%AF",
          "q=%27%22%3E%3Csvg%20onload%3Dalert(1)%3E&page=2&sort=contribution&partners=all");

  private static String many(String facet, int values) {
    return many(facet, values, "v");
  }

  private static String many(String facet, int values, String begin) {
    return IntStream.range(0, values)
        .mapToObj(i -> facet + "=" + begin + i)
        .collect(Collectors.joining("&"));
  }

  private static String letter(Character.UnicodeScript script) {
    return IntStream.range(0, Character.MAX_CODE_POINT)
        .filter(point -> Character.isLetter(point) && Character.UnicodeScript.of(point) == script)
        .limit(3)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  private static final List<String> PAGES =
      List.of(
          "/grid",
          "/organisations",
          "/map",
          "/map.svg",
          "/map.png",
          "/map.csv",
          "/step/newest/grid",
          "/step/%3Cscript%3Ealert/overview/network",
          "/grid/values",
          "/overview",
          "/overview/subjects.png",
          "/overview/network",
          "/overview/network.svg",
          "/grid.atom",
          "/overview/countries.csv",
          "/grid.csv",
          "/grid.json",
          "/grid.xlsx");

  @Autowired ApplicationContext product;
  @LocalServerPort int port;

  @BeforeEach
  void something() {
    Plot plot = new Plot(product);
    String grant = Plot.number();
    Finding place = Plot.organisation(Plot.number(), "Somewhere", "LV", "LV006");
    plot.stated(place, Plot.project(grant, Map.of(Field.TITLE, "Something"), List.of(place)));
    plot.published(grant);
  }

  @ParameterizedTest
  @FieldSource("QUERIES")
  void anyQueryIsAnswered(String query) throws Exception {
    answered(query, "/suggest?" + query);
  }

  @ParameterizedTest
  @FieldSource("FORGED")
  void anyAddressIsAnswered(String query) throws Exception {
    answered(query, "/grid/nothing?" + query);
  }

  /** Forms whose token is right and whose fields are not. */
  @ParameterizedTest
  @FieldSource("FIELDS")
  void anyFormIsAnswered(String value) throws Exception {
    try (HttpPerson visitor = new HttpPerson("http://localhost:" + port)) {
      for (String form :
          List.of("/follow", "/follows", "/follows/mine/x", "/follows/stop/x", "/correct")) {
        for (String field : List.of("search", "record", "email", "matters", "rhythm", "confirm")) {
          long begin = System.nanoTime();
          HttpResponse<String> answer =
              visitor.post(form, "/follow?search=q%3Da", field, value, "email", value);
          String what = form + " " + field;
          assertThat(answer.statusCode()).as(what).isIn(200, 400, 403, 404, 410, 413);
          assertThat(answer.body()).as(what).contains("<h1").doesNotContain("<script>alert");
          assertThat(Duration.ofNanos(System.nanoTime() - begin)).as(what).isLessThan(IN_TIME);
        }
      }
    }
  }

  static final List<String> FIELDS =
      List.of(
          "",
          "x".repeat(100_000),
          "\u0000\uffff\ud83e",
          "<script>alert(1)</script>",
          "a@example.org\r\nBcc: b@example.org",
          "//evil.example/../%00",
          "kind=project&".repeat(2_000),
          "99999999999999999999");

  private void answered(String query, String further) throws Exception {
    List<String> addresses =
        new ArrayList<>(PAGES.stream().map(page -> page + "?" + query).toList());
    addresses.add(further);
    try (HttpPerson visitor = new HttpPerson("http://localhost:" + port)) {
      for (String address : addresses) {
        long begin = System.nanoTime();
        HttpResponse<String> answer = visitor.get(address);
        String what = address.substring(0, Math.min(80, address.length()));
        assertThat(answer.statusCode()).as(what).isIn(200, 400, 404);
        if (answer.statusCode() == 400) {
          assertThat(answer.body()).as(what).contains("MC-1005");
        }
        if (address.startsWith("/grid?") || address.startsWith("/organisations?")) {
          assertThat(answer.body().length()).as(what).isLessThan(500_000);
        }
        assertThat(answer.body().length()).as(what).isLessThan(3_000_000);
        assertThat(answer.body())
            .as(what)
            .doesNotContain("<script>alert")
            .doesNotContain("<svg on");
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).as(what).isLessThan(IN_TIME);
      }
    }
  }
}
