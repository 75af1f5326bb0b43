package eu.metacluster.membership;

import eu.metacluster.platform.web.Language;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** One version of the text that members sign. */
public record Agreement(int version, String english, String french, Instant since) {

  static Agreement of(ResultSet row, int number) throws SQLException {
    return new Agreement(
        row.getInt("version"),
        row.getString("english"),
        row.getString("french"),
        row.getTimestamp("since").toInstant());
  }

  /** The text in a language. */
  public String text(Language language) {
    return language == Language.FR ? french : english;
  }

  /** The text's paragraphs. */
  public List<String> paragraphs(Language language) {
    return text(language).lines().filter(line -> !line.isBlank()).toList();
  }
}
