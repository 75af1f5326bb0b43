package eu.metacluster.discovery.pages;

import static org.assertj.core.api.Assertions.assertThat;

import eu.metacluster.discovery.Plot;
import eu.metacluster.discovery.search.Facet;
import eu.metacluster.discovery.search.GridQuery;
import eu.metacluster.discovery.search.GridSearch;
import eu.metacluster.grid.Field;
import eu.metacluster.grid.Finding;
import eu.metacluster.grid.Lifecycle;
import eu.metacluster.support.ProductTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/** More values than a list shows: all of them have a page, and many may be chosen. */
@ProductTest
class ValuesTests {

  private static final int CALLS = 130;

  @Autowired ApplicationContext product;
  @Autowired MockMvcTester mvc;
  @Autowired GridSearch search;
  @Autowired Lifecycle lifecycle;

  private final String word = "zv" + Plot.number();
  private Plot plot;

  @BeforeEach
  void manyCalls() {
    plot = new Plot(product);
    Finding place = Plot.organisation(Plot.number(), "Haus " + word, "AT", "AT130");
    Map<String, Finding> projects =
        IntStream.range(0, CALLS)
            .boxed()
            .collect(Collectors.toMap(n -> Plot.number(), n -> n, (one, other) -> one))
            .entrySet()
            .stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    one ->
                        Plot.project(
                            one.getKey(),
                            Map.of(
                                Field.TITLE,
                                "Many calls " + word,
                                Field.CALL,
                                call(one.getValue())),
                            List.of(place))));
    plot.stated(
        Stream.concat(Stream.of(place), projects.values().stream()).toArray(Finding[]::new));
    List<UUID> ids = projects.keySet().stream().map(grant -> plot.record(grant).id()).toList();
    lifecycle.publish(ids, Map.of(), Plot.DECISION);
    plot.caughtUp();
  }

  private String call(int number) {
    return "CALL-%s-%03d".formatted(word, number).toUpperCase(java.util.Locale.ROOT);
  }

  private String body(String address) {
    MvcTestResult answer = mvc.get().uri(address).exchange();
    assertThat(answer).hasStatusOk();
    return new String(
        answer.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
  }

  @Test
  void aListLeadsToAllValuesOfAFacet() {
    assertThat(body("/grid?q=" + word)).contains("/grid/values?of=call&amp;q=" + word);
    String first = body("/grid/values?of=call&q=" + word);
    assertThat(first).contains(CALLS + " values", call(0), "page=2").doesNotContain(call(129));
    assertThat(body("/grid/values?of=call&page=2&q=" + word)).contains(call(129));
    assertThat(body("/grid/values?of=call&page=99&q=" + word)).contains(call(129));
    assertThat(body("/grid/values?of=call&find=-077&q=" + word))
        .contains(call(77), "1 value<")
        .doesNotContain(call(78));
    assertThat(body("/grid/values?of=call&find=nowhere&q=" + word)).contains("No value");
    assertThat(body("/grid/values?of=organisation&find=" + word + "&q=" + word))
        .contains("Haus " + word);
    assertThat(body("/grid/values?of=country&organisations=1&q=" + word)).contains("Austria");
    assertThat(mvc.get().uri("/grid/values?of=nonsense")).hasStatus(404);
    assertThat(mvc.get().uri("/grid/values")).hasStatus(404);
  }

  @Test
  void regionsAreChosenDownToTheThirdLevel() {
    String all = body("/grid/values?of=region&q=" + word);
    assertThat(all).contains("(AT1)", "(AT13)", "(AT130)", "level=3");
    assertThat(body("/grid/values?of=region&level=3&q=" + word))
        .contains("(AT130)", "name=\"level\" value=\"3\"")
        .doesNotContain("(AT13)");
    assertThat(body("/grid/values?of=region&level=x&q=" + word)).contains("(AT13)");
    assertThat(body("/grid/values?of=region&find=austria&q=" + word))
        .containsSubsequence("(AT1)", "(AT13)", "mc-depth-3", "(AT130)");
    assertThat(body("/grid/values?of=region&find=portugal&q=" + word)).contains("No value");
    assertThat(search.find(query("/grid?region=AT130&q=" + word)).total()).isEqualTo(CALLS + 1);
    assertThat(search.find(query("/grid?region=AT127&q=" + word)).total()).isZero();
  }

  @Test
  void aRegionTakesThePlaceOfWhatLiesAroundIt() {
    GridQuery both = query("/grid?region=AT1&region=AT130&region=DE3&q=" + word);
    assertThat(both.address("/grid")).isEqualTo("/grid?q=" + word + "&region=AT130&region=DE3");
    assertThat(both.with(Facet.REGION, "AT13").chosen(Facet.REGION)).containsExactly("AT13", "DE3");
    assertThat(both.with(Facet.REGION, "DE30").chosen(Facet.REGION))
        .containsExactly("AT130", "DE30");
    assertThat(body("/grid?region=AT1&q=" + word))
        .contains("/grid/values?of=region&amp;q=" + word + "&amp;region=AT1&amp;find=AT1");
    assertThat(body("/grid?region=AT130&q=" + word)).doesNotContain("find=AT130");
  }

  @Test
  void manyValuesMayBeChosen() {
    String chosen = chosen(90);
    MvcTestResult shown =
        mvc.get()
            .uri("/grid/values?of=call&find=x&show=1&sort=title&q=" + word + chosen)
            .exchange();
    assertThat(shown).hasStatus3xxRedirection();
    String address = String.valueOf(shown.getResponse().getRedirectedUrl());
    assertThat(address).startsWith("/grid?q=" + word).doesNotContain("find", "show", "of=");
    assertThat(search.find(query(address)).total()).isEqualTo(90);
    assertThat(body(address)).contains(">90 ");
    assertThat(search.values(query(address), Facet.CALL)).hasSize(CALLS);
    String second = body("/grid/values?of=call&page=2&q=" + word + chosen);
    assertThat(second).contains("type=\"hidden\" name=\"call\" value=\"" + call(3) + "\"");
  }

  @Test
  void aPageOnWhichVeryMuchIsChosenSaysItOnce() {
    String chosen = chosen(500);
    String page = body("/grid?view=table&q=" + word + chosen);
    assertThat(page.length()).as("letters of a page with 500 chosen values").isLessThan(300_000);
    assertThat(page)
        .contains("form=\"asked\" formaction=\"/step/relevance/grid\" name=\"change\"")
        .contains("value=\"call:" + call(0) + "\"", "value=\"sort:title\"", "… and 492 more: Call")
        .doesNotContainPattern("href=\"[^\"]*call=CALL")
        .doesNotContain("more values than one question takes");
    assertThat(page.split("value=\"" + call(77) + "\"")).as("its box and the columns'").hasSize(3);
    assertThat(body("/grid?q=" + word + chosen(3))).doesNotContain("formaction");
    assertThat(body("/grid?q=" + word + chosen(510))).contains("10 of them do not count here");
    assertThat(body("/grid/values?of=call&q=" + word + chosen(9) + "&call=" + call(129)))
        .as("what is chosen comes first")
        .containsSubsequence(call(129), "name=\"show\"");
  }

  @Test
  void aButtonLeadsToTheAddressThatALinkWouldHave() {
    GridQuery asked = query("/grid?q=" + word + chosen(90));
    assertThat(after("relevance/grid", "call:" + call(7)))
        .isEqualTo(asked.without(Facet.CALL, call(7)).address("/grid"));
    assertThat(after("relevance/grid", "country:AT"))
        .isEqualTo(asked.with(Facet.COUNTRY, "AT").address("/grid"));
    assertThat(after("relevance/grid", "sort:title")).endsWith("&sort=title");
    assertThat(after("title/grid", "page:3")).endsWith("&sort=title&page=3");
    assertThat(after("relevance/grid", "view:cards")).endsWith("&view=cards");
    assertThat(after("relevance/grid", "without:call")).isEqualTo("/grid?q=" + word);
    assertThat(after("relevance/grid", "file:csv")).startsWith("/grid.csv?q=" + word + "&call=");
    assertThat(after("relevance/grid", "follow")).startsWith("/follow?search=q%3D" + word);
    assertThat(after("relevance/grid", "all:call")).startsWith("/grid/values?of=call&q=");
    assertThat(after("projects/organisations", "file:xlsx")).contains("kind=organisation");
    assertThat(after("relevance/map", "country:AT")).startsWith("/map?q=").contains("country=AT");
    assertThat(after("relevance/overview/network", "map")).startsWith("/map?q=");
    for (String odd : List.of("", ":", "sort:x", "page:x", "all:x", "nonsense:1", "//x:y")) {
      assertThat(after("relevance/grid", odd)).as(odd).startsWith("/grid?q=" + word);
    }
    assertThat(mvc.get().uri("/step/relevance/elsewhere?change=x")).hasStatus(404);
  }

  /** Where a button leads with ninety calls chosen. */
  private String after(String page, String change) {
    MvcTestResult answer =
        mvc.get()
            .uri("/step/" + page + "?q=" + word + chosen(90) + "&change={change}", change)
            .exchange();
    assertThat(answer).hasStatus3xxRedirection();
    return String.valueOf(answer.getResponse().getRedirectedUrl());
  }

  private String chosen(int many) {
    return IntStream.range(0, many).mapToObj(n -> "&call=" + call(n)).collect(Collectors.joining());
  }

  private static GridQuery query(String address) {
    MultiValueMap<String, String> parameters =
        new LinkedMultiValueMap<>(
            UriComponentsBuilder.fromUriString(address).build().getQueryParams());
    return GridQuery.of(parameters);
  }
}
