package eu.metacluster.harvest.runs;

import com.github.luben.zstd.Zstd;
import eu.metacluster.grid.Intake;
import eu.metacluster.grid.IntakeOutcome;
import eu.metacluster.grid.Origin;
import eu.metacluster.grid.RecordKind;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Remembers which payload a source was last read from, and under which keys it stated things, so
 * that the same payload is confirmed without being read again.
 */
@Component
class Stated {

  private final JdbcClient jdbc;
  private final Intake intake;

  Stated(JdbcClient jdbc, Intake intake) {
    this.jdbc = jdbc;
    this.intake = intake;
  }

  /** The run that read exactly this payload, when it was the last one that was read. */
  Optional<Long> lastReading(long source, byte[] payload) {
    return jdbc.sql(
            """
            select payload_run from harvest.source
            where id = :source and payload_digest = :payload and payload_run is not null""")
        .param("source", source)
        .param("payload", payload)
        .query(Long.class)
        .optional();
  }

  /** From here on the source's claims are in motion. */
  void forget(long source) {
    jdbc.sql("update harvest.source set payload_digest = null, payload_run = null where id = :id")
        .param("id", source)
        .update();
  }

  void remember(long source, byte[] payload, long run) {
    jdbc.sql(
            "update harvest.source set payload_digest = :payload, payload_run = :run where id = :id")
        .param("id", source)
        .param("payload", payload)
        .param("run", run)
        .update();
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
