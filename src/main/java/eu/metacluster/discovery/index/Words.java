package eu.metacluster.discovery.index;

import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.AnalyzerWrapper;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.el.GreekLowerCaseFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.KeywordRepeatFilter;
import org.apache.lucene.analysis.miscellaneous.RemoveDuplicatesTokenFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/**
 * Cuts text into words, without case and accents, Greek ones included. Prose keeps each word beside
 * its English stem, so that an exact word weighs more than a related one; names are not stemmed.
 */
final class Words extends AnalyzerWrapper {

  private final Analyzer prose = new Cut(true);
  private final Analyzer names = new Cut(false);

  private static final Words CUT = new Words();
  private static final Pattern PARTED = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern SPACES = Pattern.compile("\\s+");

  Words() {
    super(PER_FIELD_REUSE_STRATEGY);
  }

  @Override
  protected Analyzer getWrappedAnalyzer(String field) {
    return IndexFields.PROSE.contains(field) ? prose : names;
  }

  /** A name or code as one whole: without case, accents and needless spaces. */
  static String whole(String text) {
    String plain = normal(text.strip());
    return spaced(plain) ? plain : SPACES.matcher(plain).replaceAll(" ");
  }

  /** Whether there are no other spaces than single ones. */
  private static boolean spaced(String text) {
    for (int i = 1; i < text.length(); i++) {
      if (text.charAt(i) < ' ' || (text.charAt(i) == ' ' && text.charAt(i - 1) == ' ')) {
        return false;
      }
    }
    return true;
  }

  /** Most names and nearly all codes have no accents. */
  private static String normal(String text) {
    return ascii(text)
        ? text.toLowerCase(Locale.ROOT)
        : CUT.normalize(IndexFields.NAMES, text).utf8ToString();
  }

  private static boolean ascii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  /** Words without case, accents and the English genitive. */
  static TokenStream folded(TokenStream words) {
    return new ASCIIFoldingFilter(new GreekLowerCaseFilter(new EnglishPossessiveFilter(words)));
  }

  /** Each {@link #folded} word, and its stem in the same place where that is another. */
  static TokenStream stemmed(TokenStream words) {
    return new RemoveDuplicatesTokenFilter(
        new PorterStemFilter(new KeywordRepeatFilter(folded(words))));
  }

  /** A code without what parts it: who types ONION or oni on means ONI-ON. */
  static String together(String text) {
    return PARTED.matcher(whole(text)).replaceAll("");
  }

  private static final class Cut extends Analyzer {

    private final boolean stems;

    Cut(boolean stems) {
      this.stems = stems;
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
      Tokenizer source = new StandardTokenizer();
      return new TokenStreamComponents(source, stems ? stemmed(source) : folded(source));
    }

    @Override
    protected TokenStream normalize(String field, TokenStream in) {
      return new ASCIIFoldingFilter(new GreekLowerCaseFilter(in));
    }
  }
}
