package eu.metacluster.discovery.index;

import eu.metacluster.discovery.index.Neighbours.Previous;
import eu.metacluster.grid.GridRecord;
import eu.metacluster.grid.OpenDocuments;
import eu.metacluster.grid.OpenRecords;
import eu.metacluster.grid.RecordDocument;
import eu.metacluster.grid.RecordDocument.PartnerLine;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.grid.RecordTexts;
import eu.metacluster.grid.Records;
import eu.metacluster.grid.Sources;
import eu.metacluster.journal.Entry;
import eu.metacluster.journal.LocalFollower;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Keeps the index in step with the journal: each entry about a record has that record, as it is
 * now, written anew, and whoever repeats something of it.
 */
@Component
class IndexFollower implements LocalFollower {

  private static final int PIECE = 1_000;

  /** A person is forgotten: nothing that was replaced may lie on the disk any longer. */
  private static final String ERASED = "people.erased";

  private final Engine index;
  private final Records records;
  private final RecordTexts texts;
  private final Sources sources;
  private final OpenRecords open;
  private final OpenDocuments openDocuments;
  private final Backlog backlog;

  /**
   * Who is to be written because of what was. Kept when writing fails: what was written tells
   * nobody a second time who repeats something of it.
   */
  private final Set<UUID> owed = new HashSet<>();

  IndexFollower(
      Engine index,
      Records records,
      RecordTexts texts,
      Sources sources,
      OpenRecords open,
      OpenDocuments openDocuments,
      Backlog backlog) {
    this.backlog = backlog;
    this.index = index;
    this.records = records;
    this.texts = texts;
    this.sources = sources;
    this.open = open;
    this.openDocuments = openDocuments;
  }

  @Override
  public String name() {
    return "discovery.index";
  }

  @Override
  public long position() {
    try {
      long position = index.position();
      backlog.begun(position);
      return position;
    } catch (IOException e) {
      throw new UncheckedIOException("the search index cannot be opened", e);
    }
  }

  @Override
  public void follow(List<Entry> entries) {
    write(entries);
    if (backlog.moved(entries.getLast().seq(), entries.size())) {
      index.showNow();
    }
  }

  private void write(List<Entry> entries) {
    Set<UUID> subjects = new LinkedHashSet<>();
    for (Entry entry : entries) {
      if (entry.kind().equals(Sources.RENAMED)) {
        subjects.addAll(sources.records(entry.json().path("source").asLong()));
      } else if (entry.kind().equals(Sources.TERMS_CHANGED)) {
        subjects.addAll(open.statedBy(entry.json().path("source").asLong()));
      } else if (entry.kind().startsWith("grid.") && entry.subject() != null) {
        subjects.add(entry.subject());
      }
    }
    try {
      if (index.written(entries.getLast().seq())) {
        return;
      }
      Set<UUID> written = new HashSet<>();
      for (Set<UUID> next = subjects; !next.isEmpty(); next = owed(written)) {
        write(next);
        written.addAll(next);
      }
      owed.clear();
      if (entries.stream().anyMatch(IndexFollower::concernsPages)) {
        show();
      }
      if (entries.stream().anyMatch(entry -> entry.kind().equals(ERASED))) {
        index.purge(entries.getLast().seq());
      } else {
        index.commitNowAndThen(entries.getLast().seq());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the search index cannot be written", e);
    }
  }

  /** Who is yet to be written because of what was. */
  private Set<UUID> owed(Set<UUID> written) {
    Set<UUID> left = new HashSet<>(owed);
    left.removeAll(written);
    return left;
  }

  /** While the index is built anew, who reads sees it grow, but not every step. */
  private void show() {
    if (backlog.large()) {
      index.showSoon();
    } else {
      index.show();
    }
  }

  /** Runs of sources change when a fact was last confirmed, which the pages show. */
  private static boolean concernsPages(Entry entry) {
    return entry.kind().startsWith("grid.") || entry.kind().startsWith("harvest.");
  }

  @Override
  public void forget() {
    backlog.begun(0);
    owed.clear();
    try {
      index.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("the search index cannot be emptied", e);
    }
  }

  private void write(Set<UUID> ids) throws IOException {
    List<UUID> left = List.copyOf(ids);
    for (int from = 0; from < left.size(); from += PIECE) {
      piece(left.subList(from, Math.min(from + PIECE, left.size())));
    }
  }

  private void piece(List<UUID> ids) throws IOException {
    Set<UUID> gone = new HashSet<>(ids);
    Map<UUID, Previous> before = index.previous(ids);
    List<UUID> telling = new ArrayList<>();
    for (GridRecord record : records.all(ids).values()) {
      Previous known = before.getOrDefault(record.id(), Previous.NOTHING);
      if (record.mergedInto() != null) {
        continue;
      }
      if (record.state().isPublic() || Neighbours.touchedByHidden(record, known)) {
        telling.add(record.id());
      } else {
        gone.remove(record.id());
        index.put(record.id(), IndexDocument.hidden(record), known.found());
      }
    }
    gone.removeAll(tell(telling, before));
    owed.addAll(successors(gone));
    for (UUID id : gone) {
      owed.addAll(before.getOrDefault(id, Previous.NOTHING).partners());
      index.remove(id);
    }
  }

  /** Writes records of which visitors see something, or whose neighbours must be written anew. */
  private Set<UUID> tell(List<UUID> ids, Map<UUID, Previous> before) throws IOException {
    if (ids.isEmpty()) {
      return Set.of();
    }
    List<RecordDocument> documents = texts.documents(ids);
    Map<UUID, GridRecord> projects = publicProjects(documents);
    OpenDocuments.Told told =
        openDocuments.of(documents.stream().filter(d -> d.record().state().isPublic()).toList());
    List<Engine.Draft> drafts = new ArrayList<>();
    for (RecordDocument document : documents) {
      UUID id = document.record().id();
      Previous known = before.getOrDefault(id, Previous.NOTHING);
      List<GridRecord> own = distinct(document, projects);
      if (told.differs(id)) {
        RecordDocument left = told.document(id);
        owed.addAll(Neighbours.of(document, Neighbours.trace(document, left), known));
        List<GridRecord> toldOwn = left == null ? List.of() : told.told(distinct(left, projects));
        index.put(id, IndexDocument.apart(document, own, left, toldOwn));
      } else {
        owed.addAll(Neighbours.of(document, Neighbours.trace(document), known));
        drafts.add(new Engine.Draft(id, () -> IndexDocument.of(document, own), known.found()));
      }
    }
    index.put(drafts);
    return documents.stream().map(document -> document.record().id()).collect(Collectors.toSet());
  }

  /** Records that were merged live on in others. */
  private Collection<UUID> successors(Set<UUID> gone) {
    return gone.isEmpty()
        ? List.of()
        : records.all(gone).values().stream()
            .map(GridRecord::mergedInto)
            .filter(Objects::nonNull)
            .toList();
  }

  private Map<UUID, GridRecord> publicProjects(List<RecordDocument> documents) {
    Set<UUID> wanted = new HashSet<>();
    for (RecordDocument document : documents) {
      if (document.record().kind() == RecordKind.ORGANISATION) {
        document.partners().stream()
            .filter(line -> line.kind() == RecordKind.PROJECT && line.state().isPublic())
            .map(PartnerLine::other)
            .forEach(wanted::add);
      }
    }
    return wanted.isEmpty() ? Map.of() : records.all(wanted);
  }

  private static List<GridRecord> distinct(RecordDocument document, Map<UUID, GridRecord> found) {
    return document.record().kind() != RecordKind.ORGANISATION
        ? List.of()
        : document.partners().stream()
            .map(line -> found.get(line.other()))
            .filter(Objects::nonNull)
            .distinct()
            .toList();
  }
}
