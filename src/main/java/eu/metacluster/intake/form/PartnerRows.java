package eu.metacluster.intake.form;

import eu.metacluster.grid.GridRecord;
import eu.metacluster.grid.PartnerView;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.grid.Records;
import eu.metacluster.intake.receiving.PartnerWord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** The part of a correction that is about single partners. */
@Component
public class PartnerRows {

  /** What is chosen for one that is no partner. */
  public static final String NONE = "none";

  /** The name of the places for partners that the page lacks. */
  public static final String NEW = "newPartner";

  private static final String NEW_ROLE = "newRole";
  private static final int MOST_NEW = 30;
  private static final int LONGEST = 300;
  private static final int SHORTEST = 3;
  private static final int SPARE = 3;
  private static final Pattern PLACE =
      Pattern.compile("partner-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})-([A-Za-z]{1,30})");
  private static final Pattern DIGITS = Pattern.compile("[\\d\\s.-]+");

  private final Records records;

  PartnerRows(Records records) {
    this.records = records;
  }

  /** The roles that a partner of such a thing can have; none where it has no partners. */
  public static List<String> roles(RecordKind kind) {
    return switch (kind) {
      case PROJECT -> List.of("participant", "coordinator", "associatedPartner", "thirdParty");
      case INITIATIVE -> List.of("member", "founder", "coordinator");
      default -> List.of();
    };
  }

  /** What a browser sent: of those that are shown only what was changed. */
  static List<PartnerWord> sent(RecordKind kind, MultiValueMap<String, String> parameters) {
    List<String> roles = roles(kind);
    List<PartnerWord> words = new ArrayList<>();
    if (!roles.isEmpty()) {
      parameters.forEach((name, values) -> chosen(name, values.getFirst(), roles, words));
      typed(parameters, roles, words);
    }
    return words;
  }

  private static void chosen(
      String name, @Nullable String now, List<String> roles, List<PartnerWord> words) {
    Matcher place = PLACE.matcher(name);
    boolean known = NONE.equals(now) || roles.contains(now);
    if (now != null && known && place.matches() && !place.group(2).equals(now)) {
      String role = NONE.equals(now) ? "" : now;
      words.add(new PartnerWord(UUID.fromString(place.group(1)), "", place.group(2), role));
    }
  }

  private static void typed(
      MultiValueMap<String, String> parameters, List<String> roles, List<PartnerWord> words) {
    List<String> typed = parameters.getOrDefault(NEW, List.of());
    List<String> as = parameters.getOrDefault(NEW_ROLE, List.of());
    for (int i = 0; i < Math.min(typed.size(), MOST_NEW); i++) {
      String plain = Sheets.plain(typed.get(i)).replaceAll("\\s+", " ");
      String role = i < as.size() && roles.contains(as.get(i)) ? as.get(i) : roles.getFirst();
      if (!plain.isEmpty()) {
        words.add(PartnerWord.missing(plain.substring(0, Math.min(plain.length(), LONGEST)), role));
      }
    }
  }

  /** The partners of the page that a form corrects, in its order, as they are chosen. */
  List<PartnerRow> of(Sheet sheet) {
    GridRecord target = sheet.target();
    if (target == null || roles(sheet.kind()).isEmpty()) {
      return List.of();
    }
    Map<String, PartnerWord> said =
        sheet.partners().stream()
            .filter(word -> !word.missing())
            .collect(Collectors.toMap(PartnerRows::place, Function.identity(), (a, b) -> b));
    Map<String, PartnerRow> rows = new LinkedHashMap<>();
    for (PartnerView one : organisations(target)) {
      String place = place(one.other().id(), one.role());
      rows.putIfAbsent(place, row(place, one, said.get(place), roles(sheet.kind())));
    }
    return List.copyOf(rows.values());
  }

  /** Bodies, events and outputs are named as parts, too; they are no partners. */
  private List<PartnerView> organisations(GridRecord target) {
    return records.partners(target.id()).stream()
        .filter(one -> one.other().kind() == RecordKind.ORGANISATION)
        .toList();
  }

  private static PartnerRow row(
      String place, PartnerView one, @Nullable PartnerWord word, List<String> roles) {
    String now = word == null ? one.role() : word.wrong() ? NONE : word.role();
    Set<String> choices = new LinkedHashSet<>(List.of(one.role()));
    choices.addAll(roles);
    return new PartnerRow(
        place, one.other().title(), one.country(), one.role(), now, List.copyOf(choices));
  }

  /** Those that were typed, and some empty places. */
  public static List<PartnerWord> places(Sheet sheet) {
    List<PartnerWord> places =
        new ArrayList<>(sheet.partners().stream().filter(PartnerWord::missing).toList());
    String role = roles(sheet.kind()).getFirst();
    for (int i = 0; i < SPARE && places.size() < MOST_NEW; i++) {
      places.add(PartnerWord.missing("", role));
    }
    return places;
  }

  /** What is said of those that the page shows, with their names, and of those it lacks. */
  List<PartnerWord> known(Sheet sheet) {
    Map<String, PartnerRow> rows =
        of(sheet).stream().collect(Collectors.toMap(PartnerRow::field, Function.identity()));
    List<PartnerWord> known = new ArrayList<>();
    for (PartnerWord word : sheet.partners()) {
      PartnerRow row = word.missing() ? null : rows.get(place(word));
      if (row != null) {
        known.add(new PartnerWord(word.organisation(), row.name(), word.was(), word.role()));
      } else if (word.missing()) {
        known.add(word);
      }
    }
    return known;
  }

  /** The bundle key of what is wrong with those that the page is said to lack. */
  Optional<String> wrong(Sheet sheet) {
    GridRecord target = sheet.target();
    List<PartnerWord> missing = sheet.partners().stream().filter(PartnerWord::missing).toList();
    if (target == null || missing.isEmpty()) {
      return Optional.empty();
    }
    Set<String> there =
        organisations(target).stream()
            .map(one -> place(one.other().id(), one.role()))
            .collect(Collectors.toSet());
    return missing.stream().flatMap(word -> wrong(word, there).stream()).findFirst();
  }

  private Optional<String> wrong(PartnerWord word, Set<String> there) {
    if (word.identifier().isEmpty()
        && (word.name().length() < SHORTEST || DIGITS.matcher(word.name()).matches())) {
      return Optional.of("intake.wrong.partner");
    }
    return organisation(word)
        .filter(one -> there.contains(place(one.id(), word.role())))
        .map(one -> "intake.wrong.partner.there");
  }

  private Optional<GridRecord> organisation(PartnerWord word) {
    return word.identifier()
        .map(records::find)
        .orElseGet(() -> records.named(RecordKind.ORGANISATION, word.plainName()));
  }

  private static String place(PartnerWord word) {
    return "partner-" + word.organisation() + "-" + word.was();
  }

  private static String place(UUID organisation, String role) {
    return "partner-" + organisation + "-" + role;
  }
}
