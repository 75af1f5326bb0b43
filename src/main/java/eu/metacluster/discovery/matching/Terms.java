package eu.metacluster.discovery.matching;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** Cuts texts into what is counted: stems of words, and pairs of neighbours. */
final class Terms {

  /** What stands between words, beside what joins the parts of one. */
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{M}\\p{N}'’/+-]+");

  private static final CharArraySet LITTLE_WORDS = new CharArraySet(LittleWords.ENGLISH, false);
  private static final Analyzer STEMS = new Stems();

  private Terms() {}

  /** What occurs in a piece and how often, its title counted twice; pairs have a blank between. */
  static Map<String, Integer> of(Piece piece) {
    Map<String, Integer> counts = new HashMap<>();
    count(piece.title(), 2, counts);
    count(piece.text(), 1, counts);
    return counts;
  }

  /** Whether a term is a pair of words. */
  static boolean pair(String term) {
    return term.indexOf(' ') >= 0;
  }

  /** How the terms of a piece are written in it, in small letters. */
  static Map<String, String> forms(Piece piece) {
    Map<String, String> forms = new HashMap<>();
    String whole = piece.title() + ". " + piece.text();
    try (TokenStream stream = STEMS.tokenStream("", whole)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      OffsetAttribute place = stream.addAttribute(OffsetAttribute.class);
      stream.reset();
      String before = "";
      int start = 0;
      while (stream.incrementToken()) {
        String word = term.toString();
        put(forms, word, whole.substring(place.startOffset(), place.endOffset()));
        put(forms, before + ' ' + word, whole.substring(start, place.endOffset()));
        before = word;
        start = place.startOffset();
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return forms;
  }

  /** Words of a pair stand side by side, whatever stood between them. Capitals stay: a name. */
  private static void put(Map<String, String> forms, String term, String written) {
    boolean name = written.length() > 1 && Character.isUpperCase(written.charAt(1));
    String plain = BETWEEN.matcher(written).replaceAll(" ");
    forms.putIfAbsent(term, name ? plain : plain.toLowerCase(Locale.ROOT));
  }

  private static void count(String text, int times, Map<String, Integer> counts) {
    try (TokenStream stream = STEMS.tokenStream("", text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      PositionIncrementAttribute step = stream.addAttribute(PositionIncrementAttribute.class);
      stream.reset();
      String before = "";
      while (stream.incrementToken()) {
        String word = term.toString();
        if (word.length() > 1) {
          counts.merge(word, times, Integer::sum);
          if (!before.isEmpty() && step.getPositionIncrement() <= 2) {
            counts.merge(before + ' ' + word, times, Integer::sum);
          }
          before = word;
        }
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Stems extends Analyzer {
    @Override
    protected TokenStreamComponents createComponents(String field) {
      Tokenizer source = new StandardTokenizer();
      TokenStream words = new LowerCaseFilter(new EnglishPossessiveFilter(source));
      words = new StopFilter(new ASCIIFoldingFilter(words), LITTLE_WORDS);
      return new TokenStreamComponents(source, new PorterStemFilter(words));
    }
  }
}
