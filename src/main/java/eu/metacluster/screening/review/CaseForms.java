package eu.metacluster.screening.review;

import eu.metacluster.grid.Codebook;
import eu.metacluster.grid.GridSubject;
import eu.metacluster.screening.cases.CaseFile;
import eu.metacluster.screening.cases.CaseReading;
import eu.metacluster.screening.cases.Facets;
import eu.metacluster.screening.deciding.Ballot;
import eu.metacluster.screening.deciding.Criteria;
import eu.metacluster.screening.deciding.Criterion;
import eu.metacluster.screening.deciding.Verdict;
import eu.metacluster.shared.Refusal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/**
 * Fills the decision form: with the model's guess, or with what was sent. The codebook is that of
 * the built-in scope: by a described one only those of its words are offered that a record bears.
 */
@Component
class CaseForms {

  private final Criteria criteria;
  private final GridSubject subject;

  CaseForms(Criteria criteria, GridSubject subject) {
    this.criteria = criteria;
    this.subject = subject;
  }

  /** A fresh form: no verdict, the likeliest criterion of each kind, the model's facets ticked. */
  Form fresh(CaseFile file, CaseReading reading) {
    List<Criterion> all = criteria.inForce();
    boolean whole = subject.described().isEmpty();
    return new Form(
        "",
        guess(all, true, file),
        guess(all, false, file),
        "",
        choices(Codebook.PILLARS, file.facets().pillars(), reading.pillars(), whole),
        choices(Codebook.TECHNOLOGIES, file.facets().technologies(), reading.technologies(), whole),
        choices(Codebook.CANCERS, file.facets().cancers(), reading.cancers(), whole),
        null,
        "",
        List.of());
  }

  /** The form as it was sent, with what is wrong with it. */
  Form sent(MultiValueMap<String, String> sent, CaseReading reading, Refusal refusal) {
    boolean whole = subject.described().isEmpty();
    return new Form(
        first(sent, "verdict"),
        first(sent, "in"),
        first(sent, "out"),
        first(sent, "note"),
        choices(Codebook.PILLARS, all(sent, "pillars"), reading.pillars(), whole),
        choices(Codebook.TECHNOLOGIES, all(sent, "technologies"), reading.technologies(), whole),
        choices(Codebook.CANCERS, all(sent, "cancers"), reading.cancers(), whole),
        refusal.key(),
        refusal.code(),
        refusal.arguments());
  }

  /** The vote that was sent. */
  static Ballot ballot(MultiValueMap<String, String> sent) {
    Verdict verdict = Verdict.ofWord(sent.getFirst("verdict"));
    String criterion =
        switch (verdict) {
          case AUTHORISE -> sent.getFirst("in");
          case DECLINE -> sent.getFirst("out");
          case RETURN, ARCHIVE -> null;
        };
    Facets facets =
        verdict == Verdict.AUTHORISE
            ? new Facets(all(sent, "pillars"), all(sent, "technologies"), all(sent, "cancers"))
            : Facets.NONE;
    return new Ballot(
        round(first(sent, "round")), verdict, criterion, first(sent, "note").strip(), facets);
  }

  /** The account chosen; null when it is nobody. */
  static @Nullable UUID account(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw new Refusal(Refusal.Kind.BAD_INPUT, "MC-1522", "screening.error.noReviewer");
    }
  }

  private static int round(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private static String first(MultiValueMap<String, String> sent, String name) {
    String value = sent.getFirst(name);
    return value == null ? "" : value;
  }

  private static List<String> all(MultiValueMap<String, String> sent, String name) {
    return sent.getOrDefault(name, List.of());
  }

  /** The first rule in force that says about the record what the model says. */
  private static String guess(List<Criterion> all, boolean in, CaseFile file) {
    List<Criterion> fitting = all.stream().filter(one -> one.in() == in).toList();
    String wanted = in ? likelier(file) : "out";
    Set<String> unlikely =
        file.scope().equals("out") ? Set.of("not-tailored") : Set.of("not-cancer");
    return fitting.stream()
        .filter(one -> one.scope().equals(wanted) && !unlikely.contains(one.key()))
        .findFirst()
        .or(() -> fitting.stream().findFirst())
        .map(Criterion::id)
        .orElse("");
  }

  private static String likelier(CaseFile file) {
    return file.core() >= file.any() - file.core() ? "core" : "borderline";
  }

  private static List<Choice> choices(
      List<String> all, List<String> ticked, Map<String, Double> proposed, boolean whole) {
    List<Choice> choices = new ArrayList<>();
    for (String value : all) {
      @Nullable Double probability = proposed.get(value);
      if (!whole && probability == null && !ticked.contains(value)) {
        continue;
      }
      choices.add(new Choice(value, ticked.contains(value), probability));
    }
    choices.sort(
        Comparator.comparing((Choice choice) -> !choice.ticked())
            .thenComparing(choice -> choice.probability() == null ? 0.0 : -choice.probability()));
    return choices;
  }
}
