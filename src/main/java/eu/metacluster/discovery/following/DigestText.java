package eu.metacluster.discovery.following;

import eu.metacluster.people.notices.Notices;
import eu.metacluster.platform.web.Page;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Writes a digest as a letter. */
final class DigestText {

  private static final int LISTED = 10;

  private final Page page;
  private final UnaryOperator<String> site;

  /**
   * @param site makes the whole address of a path
   */
  DigestText(Page page, UnaryOperator<String> site) {
    this.page = page;
    this.site = site;
  }

  /** What is different, without a word on why it is told. */
  Notices.Words words(Digest digest) {
    StringBuilder text = new StringBuilder(page.t("discovery.digest.hello")).append("\n\n");
    digest.items().forEach(item -> item(text, item));
    String subject =
        digest.size() == 1
            ? page.t("discovery.digest.subjectOne", digest.items().getFirst().title())
            : page.t("discovery.digest.subject", digest.size());
    return new Notices.Words(subject, text.toString().stripTrailing());
  }

  /** The letter to a visitor, with why it comes and the ways to change and to stop it. */
  Notices.Words letter(Digest digest, Rhythm rhythm, String token) {
    Notices.Words words = words(digest);
    String foot =
        page.t(
            "discovery.digest.foot",
            page.t("discovery.follow.rhythm." + rhythm.word()),
            site.apply("/follows/mine/" + token),
            stop(token));
    return new Notices.Words(words.subject(), words.text() + "\n\n-- \n" + foot);
  }

  /** Where a letter is stopped. */
  String stop(String token) {
    return site.apply("/follows/stop/" + token);
  }

  private void item(StringBuilder text, Digest.Item item) {
    text.append(item.title()).append('\n').append(site.apply(item.path())).append('\n');
    for (Change change : item.changes()) {
      lines(change, item.names()).forEach(line -> text.append("  ").append(line).append('\n'));
    }
    text.append('\n');
  }

  /** What is different, in sentences. */
  List<String> lines(Change change, Map<String, String> names) {
    String key = "discovery.digest." + change.name();
    if (!change.come().isEmpty() || !change.gone().isEmpty()) {
      String come = list(change.come(), names);
      String gone = list(change.gone(), names);
      return java.util.stream.Stream.of(
              come.isEmpty() ? "" : page.t(key + ".come", change.come().size()) + come,
              gone.isEmpty() ? "" : page.t(key + ".gone", change.gone().size()) + gone)
          .filter(line -> !line.isEmpty())
          .toList();
    }
    return List.of(
        page.t(key) + ": " + word(change, change.before()) + " → " + word(change, change.after()));
  }

  private String list(List<String> paths, Map<String, String> names) {
    StringBuilder list = new StringBuilder();
    paths.stream()
        .limit(LISTED)
        .forEach(
            path ->
                list.append("\n    – ")
                    .append(names.getOrDefault(path, path))
                    .append("\n      ")
                    .append(site.apply(path)));
    if (paths.size() > LISTED) {
      list.append("\n    ").append(page.t("discovery.row.more", paths.size() - LISTED));
    }
    return list.toString();
  }

  private String word(Change change, String value) {
    if (value.isEmpty()) {
      return page.t("discovery.digest.unknown");
    }
    return switch (change.name()) {
      case Standing.START, Standing.END -> page.date(LocalDate.parse(value));
      case Standing.FUNDING -> page.moneyExact(new BigDecimal(value));
      case Standing.STATE -> coded("discovery.state." + value, value);
      case Standing.STATUS -> coded("discovery.status." + value, value);
      default -> value;
    };
  }

  private String coded(String key, String value) {
    return page.has(key) ? page.t(key) : value;
  }
}
