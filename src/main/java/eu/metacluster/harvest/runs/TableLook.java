package eu.metacluster.harvest.runs;

import eu.metacluster.harvest.Answer;
import eu.metacluster.harvest.fetch.FetchLimits;
import eu.metacluster.harvest.fetch.Web;
import eu.metacluster.harvest.table.TableSample;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks into the table that a source reads, or that was handed in for it last. */
@Component
class TableLook {

  private final Runs runs;
  private final Web web;
  private final Scratch scratch;

  TableLook(Runs runs, Web web, Scratch scratch) {
    this.runs = runs;
    this.web = web;
    this.scratch = scratch;
  }

  /**
   * The heading and first rows; null when no table has been there yet.
   *
   * @throws eu.metacluster.harvest.FetchException when its address does not answer
   * @throws eu.metacluster.shared.Refusal when it is no table
   */
  @Nullable TableSample of(SourceRow source) throws IOException {
    String place = source.location();
    if (place == null) {
      List<RunRow> last = runs.ofSource(source.id(), 1);
      place = last.isEmpty() ? null : last.getFirst().location();
    }
    if (place == null) {
      return null;
    }
    if (place.startsWith("http")) {
      return fetched(source, URI.create(place));
    }
    Path file = Path.of(place);
    return Files.isReadable(file) ? TableSample.of(file) : null;
  }

  private TableSample fetched(SourceRow source, URI address) throws IOException {
    UUID token = UUID.randomUUID();
    try {
      Path folder = scratch.of(token);
      Answer answer = web.get(address, FetchLimits.LOOK, Remotes.manner(source), folder);
      return TableSample.of(Remotes.laidDown(answer, folder));
    } finally {
      scratch.remove(token);
    }
  }
}
