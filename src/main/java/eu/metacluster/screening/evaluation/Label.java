package eu.metacluster.screening.evaluation;

import eu.metacluster.platform.Table;
import eu.metacluster.platform.UnusableInputException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A person's reading of one project.
 *
 * @param scope 0 out, 1 borderline, 2 core
 * @param weight how many projects it stands for: 1 / inclusion probability, 1 when none is given
 */
record Label(
    String id,
    int scope,
    double weight,
    Set<String> pillars,
    Set<String> technologies,
    Set<String> cancers) {

  /**
   * Reads one JSON object a line; of two on one project the later counts.
   *
   * @throws UnusableInputException when the file cannot be read or a line is no label
   */
  static List<Label> read(Path file) throws UnusableInputException {
    JsonMapper json = JsonMapper.builder().build();
    Map<String, Label> labels = new LinkedHashMap<>();
    int number = 0;
    try (BufferedReader in = new BufferedReader(Table.open(file))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        number++;
        if (!line.isBlank()) {
          Label label = of(json.readTree(line));
          labels.put(label.id(), label);
        }
      }
    } catch (IOException e) {
      throw new UnusableInputException(file + " cannot be read: " + e.getMessage() + ".", e);
    } catch (JacksonException | IllegalArgumentException e) {
      throw new UnusableInputException(
          file + ", line " + number + ", is no label with id, scope 0 to 2 and lists of facets.",
          e);
    }
    return new ArrayList<>(labels.values());
  }

  private static Label of(JsonNode node) {
    JsonNode id = node.get("id");
    JsonNode scope = node.get("scope");
    if (id == null || scope == null || scope.asInt(-1) < 0 || scope.asInt() > 2) {
      throw new IllegalArgumentException("id or scope");
    }
    JsonNode chance = node.get("inclusion_probability");
    double probability = chance == null ? 1 : chance.asDouble();
    if (!(probability > 0 && probability <= 1)) {
      throw new IllegalArgumentException("inclusion_probability");
    }
    return new Label(
        id.asString(),
        scope.asInt(),
        1 / probability,
        names(node.get("pillars")),
        names(node.get("technologies")),
        names(node.get("cancers")));
  }

  private static Set<String> names(@Nullable JsonNode list) {
    Set<String> names = new TreeSet<>();
    if (list != null) {
      list.forEach(name -> names.add(name.asString()));
    }
    return names;
  }
}
