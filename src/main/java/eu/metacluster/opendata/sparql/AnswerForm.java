package eu.metacluster.opendata.sparql;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.jspecify.annotations.Nullable;

/** In what form rows are given. */
enum AnswerForm {
  JSON("json", ResultSetLang.RS_JSON, "application/sparql-results+json", "application/json"),
  XML("xml", ResultSetLang.RS_XML, "application/sparql-results+xml", "application/xml"),
  CSV("csv", ResultSetLang.RS_CSV, "text/csv", "text/csv"),
  TSV("tsv", ResultSetLang.RS_TSV, "text/tab-separated-values", "text/tab-separated-values");

  private final String word;
  private final Lang lang;
  private final String type;
  private final String also;

  AnswerForm(String word, Lang lang, String type, String also) {
    this.word = word;
    this.lang = lang;
    this.type = type;
    this.also = also;
  }

  Lang lang() {
    return lang;
  }

  String type() {
    return type;
  }

  static Optional<AnswerForm> of(@Nullable String word) {
    return Arrays.stream(values()).filter(form -> form.word.equals(word)).findFirst();
  }

  /** The first form that is accepted; JSON when the client does not mind or says nothing known. */
  static AnswerForm accepted(@Nullable String accept) {
    if (accept != null) {
      for (String range : accept.split(",", 50)) {
        String name = range.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        for (AnswerForm form : values()) {
          if (name.equals(form.type) || name.equals(form.also)) {
            return form;
          }
        }
      }
    }
    return JSON;
  }
}
