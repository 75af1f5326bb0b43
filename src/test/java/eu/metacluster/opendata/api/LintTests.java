package eu.metacluster.opendata.api;

import static org.assertj.core.api.Assertions.assertThat;

import eu.metacluster.support.ProductTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The recommended rules of Spectral for OpenAPI that concern this contract, by their names, for
 * where the linter itself is not installed.
 */
@ProductTest
@Import(eu.metacluster.opendata.OpenGrid.class)
class LintTests {

  @Autowired MockMvcTester mvc;
  @Autowired JsonMapper json;

  private final List<String> wrong = new ArrayList<>();

  @Test
  void theRulesHold() {
    JsonNode contract =
        json.readTree(
            new String(
                mvc.get()
                    .uri("/api/v1/openapi.json")
                    .exchange()
                    .getResponse()
                    .getContentAsByteArray(),
                StandardCharsets.UTF_8));
    info(contract);
    Set<String> tags = new HashSet<>();
    for (JsonNode tag : contract.path("tags")) {
      rule("openapi-tags-uniqueness", tags.add(tag.path("name").asString("")));
    }
    Set<String> ids = new HashSet<>();
    Set<String> shapes = new HashSet<>();
    for (Map.Entry<String, JsonNode> path : contract.path("paths").properties()) {
      path(path.getKey(), shapes);
      for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
        operation(path.getKey(), operation.getValue(), tags, ids);
      }
    }
    unused(contract);
    noScripts(contract);
    assertThat(wrong).isEmpty();
    assertThat(ids).hasSizeGreaterThan(8);
  }

  private void rule(String name, boolean kept) {
    if (!kept) {
      wrong.add(name);
    }
  }

  private static boolean text(JsonNode node, String name) {
    return !node.path(name).asString("").isBlank();
  }

  private void info(JsonNode contract) {
    JsonNode info = contract.path("info");
    rule("oas3-schema", contract.path("openapi").asString("").matches("3\\.1\\.\\d+"));
    rule("oas3-schema title version", text(info, "title") && text(info, "version"));
    rule("info-contact", info.path("contact").isObject());
    rule("contact-properties", text(info.path("contact"), "name"));
    rule("contact-properties", text(info.path("contact"), "url"));
    rule("info-license", text(info.path("license"), "name"));
    rule("license-url", text(info.path("license"), "url"));
    rule("info-description", text(info, "description"));
    rule("oas3-api-servers", !contract.path("servers").isEmpty());
    for (JsonNode server : contract.path("servers")) {
      rule("oas3-server-trailing-slash", !server.path("url").asString("").endsWith("/"));
      rule("oas3-server-not-example.com", !server.path("url").asString("").contains("example.com"));
    }
  }

  private void path(String path, Set<String> shapes) {
    rule("path-keys-no-trailing-slash " + path, !path.endsWith("/"));
    rule("path-not-include-query " + path, !path.contains("?"));
    rule("path-declarations-must-exist " + path, !path.contains("{}"));
    rule("path-params " + path, shapes.add(path.replaceAll("\\{[^}]*}", "{}")));
  }

  private void operation(String path, JsonNode operation, Set<String> tags, Set<String> ids) {
    String id = operation.path("operationId").asString("");
    rule("operation-operationId " + path, !id.isBlank());
    rule("operation-operationId-unique " + id, ids.add(id));
    rule("operation-operationId-valid-in-url " + id, id.matches("[A-Za-z0-9-._~]*"));
    rule("operation-description " + id, text(operation, "description"));
    rule("operation-tags " + id, !operation.path("tags").isEmpty());
    for (JsonNode tag : operation.path("tags")) {
      rule("operation-tag-defined " + id, tags.contains(tag.asString("")));
    }
    JsonNode responses = operation.path("responses");
    rule(
        "operation-success-response " + id,
        responses.propertyNames().stream().anyMatch(status -> status.matches("[23]..")));
    responses.forEach(
        answer ->
            rule("oas3-schema response " + id, answer.has("$ref") || text(answer, "description")));
    parameters(path, id, operation);
  }

  private void parameters(String path, String id, JsonNode operation) {
    Set<String> seen = new HashSet<>();
    Set<String> inPath = new HashSet<>();
    for (JsonNode parameter : operation.path("parameters")) {
      String name = parameter.path("name").asString("");
      String in = parameter.path("in").asString("");
      rule("operation-parameters " + id + " " + name, seen.add(in + " " + name));
      rule("oas3-schema parameter " + id + " " + name, parameter.has("schema"));
      rule("oas3-parameter-description " + id + " " + name, text(parameter, "description"));
      if (in.equals("path")) {
        inPath.add(name);
        rule("path-params required " + name, parameter.path("required").asBoolean(false));
      }
      JsonNode schema = parameter.path("schema");
      JsonNode example =
          parameter.has("example") ? parameter.path("example") : schema.path("example");
      rule(
          "oas3-valid-media-example " + id + " " + name,
          example.isMissingNode()
              || !schema.path("type").asString("").equals("string")
              || example.isString());
    }
    Matcher named = Pattern.compile("\\{([^}]*)}").matcher(path);
    Set<String> declared = new HashSet<>();
    while (named.find()) {
      declared.add(named.group(1));
    }
    rule("path-params " + id, declared.equals(inPath));
  }

  private void unused(JsonNode contract) {
    Set<String> used = new HashSet<>();
    references(contract, used);
    contract
        .path("components")
        .properties()
        .forEach(
            kind ->
                kind.getValue()
                    .propertyNames()
                    .forEach(
                        name ->
                            rule(
                                "oas3-unused-component " + name,
                                used.contains("#/components/" + kind.getKey() + "/" + name))));
  }

  private static void references(JsonNode node, Set<String> used) {
    if (node.has("$ref")) {
      used.add(node.path("$ref").asString());
    }
    node.forEach(part -> references(part, used));
  }

  private void noScripts(JsonNode node) {
    if (node.isString()) {
      String text = node.asString().toLowerCase(java.util.Locale.ROOT);
      rule("no-eval-in-markdown", !text.contains("eval("));
      rule("no-script-tags-in-markdown", !text.contains("<script"));
    }
    node.forEach(this::noScripts);
  }
}
