package eu.metacluster.harvest.runs;

import eu.metacluster.grid.SourceVerdicts;
import eu.metacluster.grid.SourceVerdicts.Verdicts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Brings together what is known of sources for the pages that show them. */
@Component
class SourceViews {

  private static final Verdicts NONE = new Verdicts(0, 0);

  private final SourceRegister sources;
  private final Runs runs;
  private final Alarms alarms;
  private final ObjectProvider<SourceVerdicts> verdicts;

  SourceViews(
      SourceRegister sources, Runs runs, Alarms alarms, ObjectProvider<SourceVerdicts> verdicts) {
    this.sources = sources;
    this.runs = runs;
    this.alarms = alarms;
    this.verdicts = verdicts;
  }

  List<SourceView> all() {
    Map<Long, RunRow> latest = new HashMap<>();
    runs.latest().forEach(run -> latest.put(run.source(), run));
    List<Alarm> open = alarms.open();
    Map<String, Verdicts> decided = decided();
    return sources.list().stream()
        .map(source -> view(source, latest.get(source.id()), open, decided))
        .toList();
  }

  SourceView one(long id) {
    SourceRow source = sources.get(id);
    return view(source, runs.latest(id).orElse(null), alarms.open(), decided());
  }

  private static SourceView view(
      SourceRow source, @Nullable RunRow latest, List<Alarm> open, Map<String, Verdicts> decided) {
    return new SourceView(
        source,
        latest,
        open.stream().filter(alarm -> alarm.source() == source.id()).toList(),
        decided.getOrDefault(source.name(), NONE));
  }

  private Map<String, Verdicts> decided() {
    SourceVerdicts known = verdicts.getIfAvailable();
    return known == null ? Map.of() : known.bySource();
  }
}
