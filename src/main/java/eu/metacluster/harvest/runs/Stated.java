package eu.metacluster.harvest.runs;

import com.github.luben.zstd.Zstd;
import eu.metacluster.grid.Intake;
import eu.metacluster.grid.IntakeOutcome;
import eu.metacluster.grid.Origin;
import eu.metacluster.grid.RecordKind;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Remembers under which keys each run stated things, so that the same payload is confirmed without
 * being read again.
 */
@Component
class Stated {

  private final JdbcClient jdbc;
  private final Intake intake;

  Stated(JdbcClient jdbc, Intake intake) {
    this.jdbc = jdbc;
    this.intake = intake;
  }

  /** Keeps the keys of one kind. They hold no line breaks. */
  void keep(long run, int no, RecordKind kind, List<String> keys) {
    byte[] lines = String.join("\n", keys).getBytes(StandardCharsets.UTF_8);
    jdbc.sql("insert into harvest.stated values (:run, :no, :kind, :keys)")
        .param("run", run)
        .param("no", no)
        .param("kind", kind.word())
        .param("keys", Zstd.compress(lines))
        .update();
  }

  /** Confirms everything that the run stated; in the caller's transaction. */
  IntakeOutcome confirm(long run, Origin origin) {
    IntakeOutcome outcome = IntakeOutcome.NOTHING;
    for (Chunk chunk : chunks(run)) {
      outcome = outcome.plus(intake.confirm(origin, chunk.kind(), chunk.keys()));
    }
    return outcome;
  }

  private record Chunk(RecordKind kind, List<String> keys) {}

  private List<Chunk> chunks(long run) {
    return jdbc.sql("select kind, keys from harvest.stated where run = :run order by no")
        .param("run", run)
        .query((row, n) -> new Chunk(RecordKind.ofWord(row.getString(1)), keys(row.getBytes(2))))
        .list();
  }

  private static List<String> keys(byte[] packed) {
    byte[] lines = Zstd.decompress(packed, (int) Zstd.getFrameContentSize(packed));
    return Arrays.asList(new String(lines, StandardCharsets.UTF_8).split("\n", -1));
  }
}
