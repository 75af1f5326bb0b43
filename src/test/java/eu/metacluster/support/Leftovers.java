package eu.metacluster.support;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Looks for a word everywhere: in each column of each table of each schema, whatever module it
 * belongs to, and in each file of the data folder. A table that is added later is looked through
 * without being named here.
 */
public final class Leftovers {

  private static final String TEXTS =
      """
      select table_schema || '.' || table_name as name, column_name as cell, data_type as type
      from information_schema.columns join information_schema.tables using (table_schema, table_name)
      where table_schema not in ('pg_catalog', 'information_schema') and table_type = 'BASE TABLE'
      and data_type in ('text', 'character varying', 'character', 'bytea', 'jsonb', 'json', 'ARRAY',
      'xml', 'USER-DEFINED') order by 1, 2""";

  private static final byte[] ZSTD = {0x28, (byte) 0xB5, 0x2F, (byte) 0xFD};

  private final JdbcClient jdbc;
  private final Path data;

  public Leftovers(JdbcClient jdbc, Path data) {
    this.jdbc = jdbc;
    this.data = data;
  }

  /** How many columns are looked through. */
  public int columns() {
    return jdbc.sql(TEXTS).query().listOfRows().size();
  }

  /** The columns that have the word, whatever its case, as {@code schema.table.column}. */
  public List<String> tables(String word) {
    List<String> found = new ArrayList<>();
    for (Map<String, Object> column : jdbc.sql(TEXTS).query().listOfRows()) {
      String cell = "\"" + column.get("cell") + "\"";
      boolean bytes = "bytea".equals(column.get("type"));
      String condition =
          bytes
              ? "position(convert_to(?, 'UTF8') in " + cell + ") > 0"
              : "position(lower(?) in lower(" + cell + "::text)) > 0";
      String name = String.valueOf(column.get("name"));
      if (jdbc.sql("select exists (select from " + name + " where " + condition + ")")
          .param(word)
          .query(Boolean.class)
          .single()) {
        found.add(name + "." + column.get("cell"));
      }
    }
    return found;
  }

  /** The columns of bytes, such as snapshots' blocks, that have the word when they are unpacked. */
  public List<String> packed(String word) {
    List<String> found = new ArrayList<>();
    for (Map<String, Object> column : jdbc.sql(TEXTS).query().listOfRows()) {
      String name = column.get("name") + "." + column.get("cell");
      if ("bytea".equals(column.get("type"))
          && jdbc
              .sql(
                  "select \"%s\" from %s where substring(\"%1$s\" from 1 for 4) = ?"
                      .formatted(column.get("cell"), column.get("name")))
              .param(ZSTD)
              .query((row, n) -> row.getBytes(1))
              .list()
              .stream()
              .anyMatch(bytes -> unpacked(bytes).contains(word.toLowerCase(Locale.ROOT)))) {
        found.add(name);
      }
    }
    return found;
  }

  private static String unpacked(byte[] bytes) {
    byte[] plain = Zstd.decompress(bytes, (int) Zstd.getFrameContentSize(bytes));
    return new String(plain, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
  }

  /** The files of the data folder that have the word; what is packed is unpacked. */
  public List<String> files(String word) throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> all = Files.walk(data)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        if (holds(file, word)) {
          found.add(data.relativize(file).toString());
        }
      }
    }
    return found;
  }

  private static boolean holds(Path file, String word) throws IOException {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (IOException e) {
      return false; // it went meanwhile
    }
    if (file.toString().endsWith(".gz")) {
      try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        in.transferTo(out);
        bytes = out.toByteArray();
      }
    }
    String text = new String(bytes, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    return text.contains(
        new String(
                word.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8),
                StandardCharsets.ISO_8859_1)
            .toLowerCase(Locale.ROOT));
  }

  /**
   * Where the search index has the word: stored fields, those of replaced documents that still lie
   * there too, and the words by which it is found.
   */
  public List<String> index(String word) throws IOException {
    String wanted = word.toLowerCase(Locale.ROOT);
    List<String> found = new ArrayList<>();
    try (FSDirectory folder = FSDirectory.open(data.resolve("index"));
        IndexReader reader = DirectoryReader.open(folder)) {
      for (LeafReaderContext leaf : reader.leaves()) {
        var fields = leaf.reader().storedFields();
        for (int i = 0; i < leaf.reader().maxDoc(); i++) {
          for (IndexableField field : fields.document(i).getFields()) {
            if (text(field).toLowerCase(Locale.ROOT).contains(wanted)) {
              found.add("stored " + field.name());
            }
          }
        }
        for (FieldInfo field : leaf.reader().getFieldInfos()) {
          if (hasTerm(leaf.reader().terms(field.name), wanted)) {
            found.add("term of " + field.name);
          }
        }
      }
    }
    return found;
  }

  private static String text(IndexableField field) {
    BytesRef bytes = field.binaryValue();
    return bytes == null
        ? String.valueOf(field.stringValue())
        : new String(bytes.bytes, bytes.offset, bytes.length, StandardCharsets.UTF_8);
  }

  private static boolean hasTerm(@Nullable Terms terms, String wanted) throws IOException {
    if (terms == null) {
      return false;
    }
    TermsEnum all = terms.iterator();
    for (BytesRef term = all.next(); term != null; term = all.next()) {
      if (new String(term.bytes, term.offset, term.length, StandardCharsets.ISO_8859_1)
          .contains(wanted)) {
        return true;
      }
    }
    return false;
  }
}
