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
    String chosen =
        IntStream.range(0, 90).mapToObj(n -> "&call=" + call(n)).collect(Collectors.joining());
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

  private static GridQuery query(String address) {
    MultiValueMap<String, String> parameters =
        new LinkedMultiValueMap<>(
            UriComponentsBuilder.fromUriString(address).build().getQueryParams());
    return GridQuery.of(parameters);
  }
}
