package eu.metacluster.discovery.index;

import eu.metacluster.discovery.search.Facet;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DocValuesType;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.util.BytesRef;

/** Writes a document of the index down for a server. */
final class OpenSearchDocument {

  private static final char BETWEEN = '\u001F';

  private static final Map<String, String> COUNTED =
      Stream.of(Facet.values())
          .collect(Collectors.toUnmodifiableMap(Facet::word, OpenSearchShape::counted));

  private OpenSearchDocument() {}

  static Map<String, Object> of(Document document) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (IndexableField field : document) {
      DocValuesType column = field.fieldType().docValuesType();
      String name = field.name();
      BytesRef bytes = field.binaryValue();
      if (column == DocValuesType.SORTED_SET && bytes != null) {
        add(fields, name, bytes.utf8ToString());
        facet(fields, bytes.utf8ToString());
      } else if (name.equals(IndexFields.ROW) || name.equals(IndexFields.WHERE)) {
        fields.put(name, bytes == null ? "" : base64(bytes));
      } else if (column == DocValuesType.SORTED && bytes != null) {
        fields.put(name, bytes.utf8ToString());
      } else if (field.numericValue() != null) {
        fields.put(name, field.numericValue());
      } else if (field.stringValue() != null && !field.stringValue().isEmpty()) {
        add(fields, name, field.stringValue());
      }
    }
    return fields;
  }

  private static void facet(Map<String, Object> fields, String path) {
    int at = path.indexOf(BETWEEN);
    String field = COUNTED.get(path.substring(0, Math.max(0, at)));
    if (field != null) {
      add(fields, field, path.substring(at + 1));
    }
  }

  private static void add(Map<String, Object> fields, String name, String value) {
    @SuppressWarnings("unchecked")
    List<String> values =
        (List<String>) fields.computeIfAbsent(name, any -> new ArrayList<String>());
    values.add(value);
  }

  static String base64(BytesRef bytes) {
    return Base64.getEncoder()
        .encodeToString(
            java.util.Arrays.copyOfRange(bytes.bytes, bytes.offset, bytes.offset + bytes.length));
  }

  static BytesRef bytes(String base64) {
    return new BytesRef(Base64.getDecoder().decode(base64));
  }
}
