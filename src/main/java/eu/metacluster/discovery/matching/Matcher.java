package eu.metacluster.discovery.matching;

import eu.metacluster.discovery.meaning.KnownMeanings;
import eu.metacluster.discovery.search.Alike;
import eu.metacluster.grid.Companions;
import eu.metacluster.grid.GridRecord;
import eu.metacluster.grid.PartnerView;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.grid.RecordText;
import eu.metacluster.grid.RecordTexts;
import eu.metacluster.grid.Records;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds the public records, organisations and calls that are nearest to a text, a record or an
 * organisation, and says why. The index and the vectors propose, the texts of what they propose are
 * then compared closely.
 */
@Component
public class Matcher {

  /** So many of an organisation's newest projects stand for it. */
  private static final int PROFILE = 12;

  private static final int BY_WORDS = 100;
  private static final int BY_MEANING = 60;
  private static final int BY_PARTNERS = 30;
  private static final int ASKED_WORDS = 24;

  /** What it adds when all partners are the same. */
  private static final double SAME_PARTNERS = 0.5;

  private final Records records;
  private final RecordTexts recordTexts;
  private final Companions companions;
  private final Alike alike;
  private final KnownMeanings meanings;
  private final Frequencies frequencies;

  Matcher(
      Records records,
      RecordTexts recordTexts,
      Companions companions,
      Alike alike,
      KnownMeanings meanings,
      Frequencies frequencies) {
    this.records = records;
    this.recordTexts = recordTexts;
    this.companions = companions;
    this.alike = alike;
    this.meanings = meanings;
    this.frequencies = frequencies;
  }

  /** A text that somebody typed. */
  public Subject of(String text) {
    List<float @Nullable []> vectors = new ArrayList<>();
    vectors.add(meanings.of(text));
    return new Subject(null, List.of(new Piece("", "", text)), vectors, Set.of());
  }

  /** A record by its own text, an organisation by the texts of its newest public projects. */
  public Subject of(GridRecord record) {
    boolean organisation = record.kind() == RecordKind.ORGANISATION;
    List<UUID> ids =
        organisation
            ? records.projectsOf(record.id(), true).stream()
                .map(PartnerView::other)
                .map(GridRecord::id)
                .distinct()
                .limit(PROFILE)
                .toList()
            : List.of(record.id());
    Set<UUID> left = new HashSet<>(ids);
    left.add(record.id());
    if (record.kind() == RecordKind.PROJECT) {
      left.addAll(companions.taking(ids).getOrDefault(record.id(), List.of()));
    }
    List<Piece> pieces = pieces(ids);
    Map<UUID, float[]> known = meanings.of(ids);
    List<float @Nullable []> vectors = new ArrayList<>();
    pieces.forEach(piece -> vectors.add(known.get(UUID.fromString(piece.id()))));
    return new Subject(record, pieces, vectors, left);
  }

  /** Records of one kind that are nearest, at most so many. */
  public List<Match> records(Subject subject, RecordKind kind, int most) {
    if (subject.documents().isEmpty()) {
      return List.of();
    }
    Map<UUID, Integer> sharing = sharing(subject, kind);
    Pool pool = pool(subject, kind, sharing.keySet(), subject.left());
    float[] scores = pool.likenesses();
    GridRecord own = subject.record();
    Map<UUID, List<UUID>> taking =
        sharing.isEmpty() || own == null ? Map.of() : taking(pool.candidates(), own);
    for (int i = 0; i < scores.length; i++) {
      GridRecord other = pool.candidates().get(i);
      if (own != null) {
        scores[i] += (float) (Shared.weight(own, other) + partners(own, other, sharing, taking));
      }
    }
    return Texts.order(scores).stream()
        .filter(i -> scores[i] >= Pool.LEAST)
        .limit(most)
        .map(i -> new Match(pool.candidates().get(i), scores[i], reasons(pool, i, own, sharing)))
        .toList();
  }

  private Map<UUID, List<UUID>> taking(List<GridRecord> candidates, GridRecord own) {
    List<UUID> ids = new ArrayList<>(candidates.stream().map(GridRecord::id).toList());
    ids.add(own.id());
    return companions.taking(ids);
  }

  private static double partners(
      GridRecord own, GridRecord other, Map<UUID, Integer> sharing, Map<UUID, List<UUID>> taking) {
    int shared = sharing.getOrDefault(other.id(), 0);
    double size =
        Math.sqrt(
            (double) taking.getOrDefault(own.id(), List.of()).size()
                * taking.getOrDefault(other.id(), List.of()).size());
    return size > 0 ? SAME_PARTNERS * Math.min(1, shared / size) : 0;
  }

  private static List<Reason> reasons(
      Pool pool, int candidate, @Nullable GridRecord own, Map<UUID, Integer> sharing) {
    GridRecord other = pool.candidates().get(candidate);
    List<Reason> reasons = new ArrayList<>();
    List<String> words = pool.words(candidate);
    if (!words.isEmpty()) {
      reasons.add(Reason.words(Reason.Kind.WORDS, words));
    } else if (pool.meant(candidate)) {
      reasons.add(Reason.words(Reason.Kind.MEANING, List.of()));
    }
    if (own != null) {
      reasons.addAll(Shared.reasons(own, other));
    }
    int shared = sharing.getOrDefault(other.id(), 0);
    if (shared > 0) {
      reasons.add(Reason.records(Reason.Kind.PARTNERS, List.of(), shared));
    }
    return reasons;
  }

  /** Organisations whose projects are nearest, at most so many; without those it has already. */
  public List<Match> organisations(Subject subject, int most) {
    if (subject.documents().isEmpty()) {
      return List.of();
    }
    Pool pool = pool(subject, RecordKind.PROJECT, Set.of(), Set.of());
    float[] likenesses = pool.likenesses();
    List<UUID> ids = pool.candidates().stream().map(GridRecord::id).toList();
    Map<UUID, List<UUID>> taking = companions.taking(ids);
    Map<UUID, Double> votes =
        Rankings.votes(
            likenesses,
            ids.stream().map(id -> taking.getOrDefault(id, List.of())).toList(),
            Map.of());
    List<UUID> best =
        votes.entrySet().stream()
            .filter(one -> !subject.left().contains(one.getKey()))
            .sorted(
                Map.Entry.<UUID, Double>comparingByValue()
                    .reversed()
                    .thenComparing(Map.Entry.comparingByKey()))
            .map(Map.Entry::getKey)
            .limit(2L * most)
            .toList();
    Map<UUID, GridRecord> known = records.all(best);
    Map<UUID, List<Integer>> projects = speaking(taking, ids, likenesses);
    Map<UUID, Integer> together = together(subject, best);
    return best.stream()
        .map(known::get)
        .filter(
            one -> one != null && one.kind() == RecordKind.ORGANISATION && one.state().isPublic())
        .limit(most)
        .map(
            one ->
                new Match(
                    one,
                    votes.getOrDefault(one.id(), 0.0),
                    reasons(pool, projects.getOrDefault(one.id(), List.of()), one, together)))
        .toList();
  }

  /** The nearest projects of each organisation, nearest first. */
  private static Map<UUID, List<Integer>> speaking(
      Map<UUID, List<UUID>> taking, List<UUID> projects, float[] likenesses) {
    Map<UUID, List<Integer>> speaking = new HashMap<>();
    for (int project : Texts.order(likenesses).stream().limit(Rankings.VOTING).toList()) {
      taking
          .getOrDefault(projects.get(project), List.of())
          .forEach(one -> speaking.computeIfAbsent(one, o -> new ArrayList<>()).add(project));
    }
    return speaking;
  }

  private Map<UUID, Integer> together(Subject subject, Collection<UUID> organisations) {
    GridRecord own = subject.record();
    return own == null || own.kind() != RecordKind.ORGANISATION
        ? Map.of()
        : companions.together(own.id(), organisations);
  }

  private static List<Reason> reasons(
      Pool pool, List<Integer> projects, GridRecord organisation, Map<UUID, Integer> together) {
    List<Reason> reasons = new ArrayList<>();
    List<GridRecord> named = projects.stream().limit(2).map(i -> pool.candidates().get(i)).toList();
    reasons.add(Reason.records(Reason.Kind.PROJECTS, named, projects.size()));
    if (!projects.isEmpty() && !pool.words(projects.getFirst()).isEmpty()) {
      reasons.add(Reason.words(Reason.Kind.WORDS, pool.words(projects.getFirst())));
    }
    int shared = together.getOrDefault(organisation.id(), 0);
    if (shared > 0) {
      reasons.add(Reason.records(Reason.Kind.TOGETHER, List.of(), shared));
    }
    return reasons;
  }

  private Map<UUID, Integer> sharing(Subject subject, RecordKind kind) {
    GridRecord own = subject.record();
    return own != null && own.kind() == RecordKind.PROJECT && kind == RecordKind.PROJECT
        ? companions.sharing(own.id(), BY_PARTNERS)
        : Map.of();
  }

  /** Public records of a kind that may be near. */
  private Pool pool(Subject subject, RecordKind kind, Collection<UUID> also, Set<UUID> left) {
    Set<UUID> ids = new LinkedHashSet<>();
    List<String> handles = alike.alike(stems(subject), kind, BY_WORDS);
    records.withHandles(kind, handles).values().forEach(record -> ids.add(record.id()));
    for (float[] vector : subject.vectors()) {
      if (vector != null) {
        ids.addAll(meanings.near(vector, BY_MEANING));
      }
    }
    ids.addAll(also);
    ids.removeAll(left);
    Map<UUID, GridRecord> known = new LinkedHashMap<>();
    records.all(ids).values().stream()
        .filter(one -> one.kind() == kind && one.state().isPublic() && one.mergedInto() == null)
        .sorted((a, b) -> a.id().compareTo(b.id()))
        .forEach(one -> known.put(one.id(), one));
    List<Piece> pieces = pieces(known.keySet());
    List<GridRecord> candidates =
        pieces.stream()
            .map(piece -> Objects.requireNonNull(known.get(UUID.fromString(piece.id()))))
            .toList();
    return new Pool(
        subject, candidates, pieces, vectors(subject, known.keySet(), pieces), frequencies);
  }

  private List<float @Nullable []> vectors(
      Subject subject, Collection<UUID> ids, List<Piece> pieces) {
    Map<UUID, float[]> known = meanings.of(ids);
    List<float @Nullable []> vectors = new ArrayList<>(subject.vectors());
    pieces.forEach(piece -> vectors.add(known.get(UUID.fromString(piece.id()))));
    float[] mean = meanings.mean();
    vectors.replaceAll(vector -> vector == null ? null : Centred.without(mean, vector));
    return vectors;
  }

  /** The terms that say most of the subject. */
  private List<String> stems(Subject subject) {
    Map<String, Integer> counts = new HashMap<>();
    for (Piece piece : subject.documents()) {
      Terms.of(piece).forEach((term, times) -> counts.merge(term, times, Integer::sum));
    }
    Vocabulary vocabulary = frequencies.of(List.of(counts, counts));
    Weighted weighed = vocabulary.weigh(counts, term -> !Terms.pair(term));
    return Texts.order(weighed.weights()).stream()
        .limit(ASKED_WORDS)
        .map(i -> vocabulary.term(weighed.terms()[i]))
        .toList();
  }

  /** The texts of these records, in the order of their ids. */
  private List<Piece> pieces(Collection<UUID> ids) {
    Stream<RecordText> texts = ids.isEmpty() ? Stream.empty() : recordTexts.texts(ids).stream();
    return texts
        .sorted((a, b) -> a.id().compareTo(b.id()))
        .map(text -> new Piece(text.id().toString(), text.title(), about(text)))
        .toList();
  }

  private static String about(RecordText text) {
    return Stream.of(text.summary(), text.keywords())
        .filter(Objects::nonNull)
        .reduce("", (a, b) -> a.isEmpty() ? b : a + ". " + b);
  }
}
