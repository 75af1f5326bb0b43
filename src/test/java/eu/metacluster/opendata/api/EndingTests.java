package eu.metacluster.opendata.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.metacluster.opendata.Described;
import eu.metacluster.opendata.OpenGrid;
import eu.metacluster.platform.PublicEndpoint;
import eu.metacluster.support.ProductTest;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Import;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An operation that is going to end says so in its answers, in the contract and on its page. */
@ProductTest
@Import(OpenGrid.class)
class EndingTests {

  private static final String PATH = "/api/v1/old";

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping mappings;

  @Autowired MockMvcTester mvc;
  @Autowired JsonMapper json;

  private final RequestMappingInfo where =
      RequestMappingInfo.paths(PATH).methods(RequestMethod.GET).build();

  /** What such an operation looks like. */
  @PublicEndpoint("a test")
  public static final class Old {

    @Described("What was there before.")
    @Answers(value = Shapes.Sources.class, tag = "Sources")
    @Ending(deprecated = "2027-01-01", sunset = "2029-01-01", instead = "/api/v1/sources")
    public ResponseEntity<String> old() {
      return ResponseEntity.ok("{\"sources\":[]}");
    }

    @Ending(deprecated = "2027-01-01", sunset = "2028-12-31")
    public void tooSoon() {}
  }

  private static HandlerMethod method(String name) throws NoSuchMethodException {
    Method method = Old.class.getMethod(name);
    return new HandlerMethod(new Old(), method);
  }

  @BeforeEach
  void offerIt() throws NoSuchMethodException {
    mappings.registerMapping(where, new Old(), method("old").getMethod());
  }

  @AfterEach
  void takeItAway() {
    mappings.unregisterMapping(where);
  }

  @Test
  void itsAnswersSayWhenItEnds() {
    MockHttpServletResponse answer = mvc.get().uri(PATH).exchange().getResponse();
    assertThat(answer.getStatus()).isEqualTo(200);
    assertThat(answer.getHeader("Deprecation")).isEqualTo("@1798761600");
    assertThat(answer.getHeader("Sunset")).isEqualTo("Mon, 01 Jan 2029 00:00:00 GMT");
    assertThat(answer.getHeaders("Link"))
        .anyMatch(link -> link.endsWith("/data/api>; rel=\"deprecation\"; type=\"text/html\""))
        .anyMatch(link -> link.endsWith("/api/v1/sources>; rel=\"successor-version\""));
    MockHttpServletResponse staying = mvc.get().uri("/api/v1/sources").exchange().getResponse();
    assertThat(staying.containsHeader("Deprecation")).isFalse();
    assertThat(staying.containsHeader("Sunset")).isFalse();
  }

  @Test
  void theContractAndItsPageSayIt() {
    JsonNode contract = json.readTree(text("/api/v1/openapi.json")).path("paths");
    assertThat(contract.path(PATH).at("/get/deprecated").asBoolean()).isTrue();
    assertThat(contract.path(PATH).at("/get/x-sunset").asString()).isEqualTo("2029-01-01");
    assertThat(contract.path("/api/v1/sources").path("get").has("deprecated")).isFalse();
    String page = text("/data/api");
    assertThat(page.replace('\u00A0', ' ')).contains("1 Jan 2027", "1 Jan 2029", "Going to end");
    takeItAway();
    assertThat(text("/data/api")).doesNotContain("Going to end");
    assertThat(mvc.get().uri(PATH).exchange()).hasStatus(404);
  }

  @Test
  void nothingEndsSoonerThanWasPromised() throws Exception {
    HandlerMethod tooSoon = method("tooSoon");
    assertThatThrownBy(() -> Endings.of(tooSoon)).hasMessageContaining("24 months");
  }

  private String text(String path) {
    return new String(
        mvc.get()
            .uri(path)
            .header("Accept-Language", "en")
            .exchange()
            .getResponse()
            .getContentAsByteArray(),
        StandardCharsets.UTF_8);
  }
}
