package eu.metacluster.screening.scope;

/**
 * The parts of a record that the scope model reads. A part that a source does not give is the empty
 * string. Keywords are read only where the objective is blank: beside one they were found to add
 * noise.
 *
 * @param title the full title, which counts more than the running text
 * @param acronym the short name
 * @param objective the abstract or description, of any length
 * @param keywords free keywords in one string, separated by anything
 */
public record ScopeText(String title, String acronym, String objective, String keywords) {

  /**
   * Where a piece of evidence stands; {@link #of(ScopeText)} gives the text that its offsets count
   * in.
   */
  public enum Part {
    TITLE,
    ACRONYM,
    OBJECTIVE,
    KEYWORDS;

    /**
     * The text of this part, to which {@link Evidence#start()} and {@link Evidence#end()} refer.
     */
    public String of(ScopeText text) {
      return switch (this) {
        case TITLE -> text.title;
        case ACRONYM -> text.acronym;
        case OBJECTIVE -> text.objective;
        case KEYWORDS -> text.keywords;
      };
    }
  }

  /** A text of title and objective only. */
  public static ScopeText of(String title, String objective) {
    return new ScopeText(title, "", objective, "");
  }
}
