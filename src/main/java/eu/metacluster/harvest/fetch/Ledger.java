package eu.metacluster.harvest.fetch;

import eu.metacluster.grid.RecordKind;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** What a source's earlier runs wrote down, and what this one does. */
public interface Ledger {

  /** The pages among these that were read before, by address. */
  Map<String, Visit> visits(Collection<String> addresses);

  Optional<String> remembered(String name);

  /** The one answer that was read last, when all that it stated can be confirmed as it is. */
  Optional<LastAnswer> lastAnswer();

  /** Notes which answer is read now; what was read before can no longer be confirmed as it is. */
  void reads(LastAnswer answer);

  Optional<String> resumesAt();

  /** Notes that a page was read; it holds once what it stated is written. */
  void visited(Visit visit);

  /** Notes that something is stated exactly as before. */
  void same(RecordKind kind, String key);

  void remember(String name, String value);

  /** For a run that neither knows nor keeps anything. */
  Ledger NONE =
      new Ledger() {
        @Override
        public Map<String, Visit> visits(Collection<String> addresses) {
          return Map.of();
        }

        @Override
        public Optional<String> remembered(String name) {
          return Optional.empty();
        }

        @Override
        public Optional<LastAnswer> lastAnswer() {
          return Optional.empty();
        }

        @Override
        public void reads(LastAnswer answer) {}

        @Override
        public Optional<String> resumesAt() {
          return Optional.empty();
        }

        @Override
        public void visited(Visit visit) {}

        @Override
        public void same(RecordKind kind, String key) {}

        @Override
        public void remember(String name, String value) {}
      };
}
