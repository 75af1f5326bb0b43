package eu.metacluster.discovery.index;

import java.io.IOException;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * Cuts text into the same words as {@link Words}, for who writes them into the index: as the bytes
 * that it keeps, and each frequent word stemmed once.
 */
final class WrittenWords extends Analyzer {

  /** Who cuts does so in one thread. */
  private final ThreadLocal<WordForms> forms = ThreadLocal.withInitial(WordForms::new);

  WrittenWords() {
    super(PER_FIELD_REUSE_STRATEGY);
  }

  @Override
  protected TokenStreamComponents createComponents(String field) {
    Tokenizer source = new StandardTokenizer();
    return new TokenStreamComponents(
        source::setReader, new Cut(source, forms.get(), IndexFields.PROSE.contains(field)));
  }

  private static final class Cut extends TokenStream {
    private final BytesTermAttribute term = addAttribute(BytesTermAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
    private final Tokenizer source;
    private final CharTermAttribute word;
    private final PositionIncrementAttribute wordStep;
    private final OffsetAttribute wordOffset;
    private final WordForms forms;
    private final boolean stems;

    /** Whether the stem of the word before comes next. */
    private boolean stemmed;

    Cut(Tokenizer source, WordForms forms, boolean stems) {
      this.source = source;
      this.forms = forms;
      this.stems = stems;
      word = source.getAttribute(CharTermAttribute.class);
      wordStep = source.getAttribute(PositionIncrementAttribute.class);
      wordOffset = source.getAttribute(OffsetAttribute.class);
    }

    @Override
    public boolean incrementToken() throws IOException {
      if (stemmed) {
        term.setBytesRef(forms.stem());
        step.setPositionIncrement(0);
        stemmed = false;
        return true;
      }
      if (!source.incrementToken()) {
        return false;
      }
      forms.read(word.buffer(), word.length(), stems);
      term.setBytesRef(forms.folded());
      step.setPositionIncrement(wordStep.getPositionIncrement());
      offset.setOffset(wordOffset.startOffset(), wordOffset.endOffset());
      stemmed = stems && forms.stem().length > 0;
      return true;
    }

    @Override
    public void reset() throws IOException {
      super.reset();
      source.reset();
      stemmed = false;
    }

    @Override
    public void end() throws IOException {
      super.end();
      source.end();
      step.setPositionIncrement(wordStep.getPositionIncrement());
      offset.setOffset(wordOffset.startOffset(), wordOffset.endOffset());
    }

    @Override
    public void close() throws IOException {
      source.close();
      super.close();
    }
  }
}
