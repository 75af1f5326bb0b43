package eu.metacluster.opendata.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import eu.metacluster.grid.Field;
import eu.metacluster.grid.Finding;
import eu.metacluster.grid.GridRecord;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.opendata.OpenGrid;
import eu.metacluster.support.ProductTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** The contract says what is answered, and what is answered is in the contract. */
@ProductTest
@Import(OpenGrid.class)
class ContractTests {

  @Autowired OpenGrid grid;
  @Autowired MockMvcTester mvc;
  @Autowired JsonMapper json;

  private JsonNode contract = MissingNode.getInstance();

  @Test
  void everyAnswerKeepsToTheContract() throws Exception {
    contract = get("/api/v1/openapi.json");
    GridRecord project =
        grid.project(
            "CONTRACT",
            "Kept to",
            Finding.Fact.of(Field.TOTAL_COST, "12.5"),
            Finding.Fact.of(Field.DURATION, "12"),
            Finding.Fact.of(Field.PILLAR, "early-detection"));
    grid.withdraw(grid.thing(RecordKind.NEWS, "Gone before"));
    String organisation =
        get("/api/v1/records/" + project.id()).at("/participations/0/organisation/id").asString();
    List<String> wrong = new ArrayList<>();
    for (String path :
        List.of(
            "/api/v1/records",
            "/api/v1/records?fields=title,facts.totalCost&limit=2",
            "/api/v1/organisations",
            "/api/v1/participations",
            "/api/v1/sources",
            "/api/v1/search?q=kept",
            "/api/v1/changes?records=true")) {
      check(path.replaceFirst("\\?.*", ""), path, wrong);
    }
    String id = "/api/v1/records/" + project.id();
    check("/api/v1/records/{id}", id, wrong);
    check("/api/v1/records/{id}/claims", id + "/claims", wrong);
    check("/api/v1/records/{kind}/{handle}", "/api/v1/records" + project.path(), wrong);
    check(
        "/api/v1/organisations/{id}/participations",
        "/api/v1/organisations/" + organisation + "/participations",
        wrong);
    assertThat(wrong).isEmpty();
    assertThat(contract.path("paths").propertyNames()).as("operations that were tried").hasSize(10);
  }

  private void check(String operation, String path, List<String> wrong) throws Exception {
    JsonNode schema =
        contract
            .path("paths")
            .path(operation)
            .at("/get/responses/200/content/application~1json/schema");
    assertThat(schema.isMissingNode()).as(operation).isFalse();
    compare(operation, schema, get(path), wrong);
  }

  /** Strictly: what the contract does not name is as wrong as what it names and is not there. */
  private void compare(String at, JsonNode schema, JsonNode value, List<String> wrong) {
    if (schema.has("$ref")) {
      String name = schema.path("$ref").asString().replaceFirst(".*/", "");
      compare(at, contract.at("/components/schemas/" + name), value, wrong);
      return;
    }
    boolean fits =
        switch (schema.path("type").asString()) {
          case "object" -> value.isObject();
          case "array" -> value.isArray();
          case "string" -> value.isString();
          case "integer" -> value.isIntegralNumber();
          case "number" -> value.isNumber();
          case "boolean" -> value.isBoolean();
          default -> false;
        };
    if (!fits) {
      wrong.add(at + " is not " + schema.path("type") + " but " + value.getNodeType());
      return;
    }
    value.forEach(
        one -> {
          if (value.isArray()) {
            compare(at + "[]", schema.path("items"), one, wrong);
          }
        });
    if (value.isObject()) {
      parts(at, schema, value, wrong);
    }
  }

  private void parts(String at, JsonNode schema, JsonNode value, List<String> wrong) {
    schema
        .path("required")
        .forEach(
            name -> {
              if (!value.has(name.asString())) {
                wrong.add(at + " has no " + name);
              }
            });
    for (Map.Entry<String, JsonNode> part : value.properties()) {
      JsonNode known =
          schema.has("additionalProperties")
              ? schema.path("additionalProperties")
              : schema.path("properties").path(part.getKey());
      if (known.isMissingNode()) {
        wrong.add(at + " has an unknown " + part.getKey());
      } else {
        compare(at + "." + part.getKey(), known, part.getValue(), wrong);
      }
    }
  }

  /** Runs where the linter is installed; its place is given as {@code -Dspectral=…}. */
  @Test
  void theLinterHasNothingToSay(@TempDir Path folder) throws Exception {
    String linter = System.getProperty("spectral", System.getenv("SPECTRAL"));
    assumeThat(linter).as("where Spectral is, as -Dspectral= or SPECTRAL").isNotNull();
    Path file = Files.writeString(folder.resolve("openapi.json"), text("/api/v1/openapi.json"));
    Path rules =
        Files.writeString(
            folder.resolve("rules.yaml"), "extends: [[\"spectral:oas\", recommended]]\n");
    Path told = folder.resolve("told.txt");
    Process process =
        new ProcessBuilder(
                linter, "lint", "--fail-severity", "warn", "-r", rules.toString(), file.toString())
            .redirectErrorStream(true)
            .redirectOutput(told.toFile())
            .start();
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(told)).isZero();
  }

  @Test
  void theContractIsWholeInItself() throws Exception {
    contract = get("/api/v1/openapi.json");
    assertThat(contract.path("openapi").asString()).startsWith("3.1");
    List<String> lost = new ArrayList<>();
    references(contract)
        .forEach(
            reference -> {
              if (contract.at(reference.substring(1)).isMissingNode()) {
                lost.add(reference);
              }
            });
    assertThat(lost).isEmpty();
    List<String> ids = new ArrayList<>();
    contract.path("paths").forEach(path -> ids.add(path.at("/get/operationId").asString()));
    assertThat(ids).doesNotHaveDuplicates().noneMatch(String::isBlank);
  }

  private static Stream<String> references(JsonNode node) {
    Stream<String> own =
        node.has("$ref") ? Stream.of(node.path("$ref").asString()) : Stream.empty();
    return Stream.concat(own, node.valueStream().flatMap(ContractTests::references));
  }

  private JsonNode get(String path) throws Exception {
    return json.readTree(text(path));
  }

  private String text(String path) throws Exception {
    return mvc.get().uri(path).exchange().getResponse().getContentAsString();
  }
}
