package eu.metacluster.screening.scope;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads project texts (semicolon CSV, gzip) and labels (one JSON object a line). */
final class TrainingFiles {

  private TrainingFiles() {}

  /** Texts by project id, in the order of the file. */
  static Map<String, ScopeText> texts(Path projects) throws IOException {
    Map<String, ScopeText> texts = new LinkedHashMap<>();
    try (InputStream in = new GZIPInputStream(Files.newInputStream(projects));
        CsvReader<NamedCsvRecord> rows =
            CsvReader.builder()
                .fieldSeparator(';')
                .ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (NamedCsvRecord row : rows) {
        texts.put(
            row.getField("id"),
            new ScopeText(
                row.getField("title"),
                row.getField("acronym"),
                row.getField("objective"),
                row.getField("keywords")));
      }
    }
    return texts;
  }

  static List<LabelledProject> labels(Path file) throws IOException {
    JsonMapper json = JsonMapper.builder().build();
    List<LabelledProject> labels = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      if (!line.isBlank()) {
        labels.add(label(json.readTree(line)));
      }
    }
    return labels;
  }

  private static LabelledProject label(JsonNode node) {
    return new LabelledProject(
        node.get("id").asString(),
        node.get("scope").asInt(),
        1 / node.get("inclusion_probability").asDouble(),
        names(node.get("pillars")),
        names(node.get("technologies")),
        names(node.get("cancers")));
  }

  private static Set<String> names(JsonNode list) {
    Set<String> names = new TreeSet<>();
    list.forEach(name -> names.add(name.asString()));
    return names;
  }
}
