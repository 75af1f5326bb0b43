package eu.metacluster.discovery.index;

import eu.metacluster.discovery.search.Row;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.grid.RecordState;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Writes and reads a {@link Row} as the index stores it. */
final class RowBytes {

  private static final int LONGEST = 2_000;

  private RowBytes() {}

  static BytesRef write(Row row) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeByte(row.kind().ordinal());
    out.writeByte(row.state().ordinal());
    text(out, row.handle());
    text(out, row.title());
    text(out, row.acronym());
    text(out, row.start());
    text(out, row.end());
    text(out, row.contribution() == null ? null : row.contribution().toPlainString());
    text(out, row.country());
    text(out, row.city());
    text(out, row.lead());
    out.writeInt(row.partners());
    texts(out, row.countries());
    texts(out, row.pillars());
    texts(out, row.technologies());
    texts(out, row.cancers());
    text(out, row.type());
    text(out, row.framework());
    text(out, row.checkedOn());
    text(out, row.status());
    text(out, row.scheme());
    texts(out, row.programmes());
    texts(out, row.calls());
    texts(out, row.funders());
    texts(out, row.identifiers());
    return new BytesRef(bytes.toByteArray());
  }

  static Row read(BytesRef ref) throws IOException {
    DataInputStream in =
        new DataInputStream(new ByteArrayInputStream(ref.bytes, ref.offset, ref.length));
    RecordKind kind = RecordKind.values()[in.readByte()];
    RecordState state = RecordState.values()[in.readByte()];
    return new Row(
        kind,
        in.readUTF(),
        state,
        in.readUTF(),
        text(in),
        day(in),
        day(in),
        money(in),
        text(in),
        text(in),
        text(in),
        in.readInt(),
        texts(in),
        texts(in),
        texts(in),
        texts(in),
        text(in),
        text(in),
        day(in),
        text(in),
        text(in),
        texts(in),
        texts(in),
        texts(in),
        texts(in));
  }

  private static void text(DataOutputStream out, @Nullable Object value) throws IOException {
    String text = value == null ? "" : value.toString();
    out.writeUTF(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
  }

  private static void texts(DataOutputStream out, List<String> values) throws IOException {
    out.writeShort(Math.min(values.size(), 300));
    for (String value : values.subList(0, Math.min(values.size(), 300))) {
      text(out, value);
    }
  }

  private static @Nullable String text(DataInputStream in) throws IOException {
    String text = in.readUTF();
    return text.isEmpty() ? null : text;
  }

  private static @Nullable LocalDate day(DataInputStream in) throws IOException {
    String text = in.readUTF();
    return text.isEmpty() ? null : LocalDate.parse(text);
  }

  private static @Nullable BigDecimal money(DataInputStream in) throws IOException {
    String text = in.readUTF();
    return text.isEmpty() ? null : new BigDecimal(text);
  }

  private static List<String> texts(DataInputStream in) throws IOException {
    int size = in.readShort();
    List<String> values = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      values.add(in.readUTF());
    }
    return values;
  }
}
