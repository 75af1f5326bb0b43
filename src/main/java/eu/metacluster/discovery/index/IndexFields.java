package eu.metacluster.discovery.index;

import eu.metacluster.discovery.search.Row;
import eu.metacluster.grid.RecordState;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;

/** The fields of the index, and what they weigh. */
final class IndexFields {

  /** Changes when documents are written differently: an index of another format is thrown away. */
  static final String FORMAT = "10";

  static final String ID = "id";
  static final String STATE = "state";

  /** Stands before the state in documents that no page shows, see {@link Sight}. */
  static final String ROADS_ONLY = "roads:";

  /** Marks documents that only pages show, see {@link Sight}. */
  static final Term WITHHELD = new Term("withheld", "y");

  static final String IDENTIFIER = "identifier";
  static final String ACRONYM = "acronym";
  static final String TITLE = "title";
  static final String NAMES = "names";
  static final String KEYWORDS = "keywords";
  static final String SUBJECTS = "subjects";
  static final String PARTNERS = "partners";
  static final String PLACES = "places";
  static final String TEXT = "text";

  /** Names as a whole, folded: for what is typed in full, and for suggestions. */
  static final String NAME = "name";

  /** The acronym, or the code of a call or programme, as a whole and folded. */
  static final String CODE = "code";

  static final String HANDLE = "handle";
  static final String CALL = "callCode";
  static final String PROGRAMME = "programmeCode";
  static final String FUNDER = "funderName";

  /** Words as they are spelt, to correct what is typed. */
  static final String SPELL = "spell";

  static final String FROM = "from";
  static final String TO = "to";
  static final String START = "start";
  static final String CONTRIBUTION = "contribution";
  static final String PROJECTS = "projects";
  static final String PUBLISHED = "published";
  static final String CHECKED = "checked";

  /** The title, then the handle, so that no two records have the same place. */
  static final String TITLE_ORDER = "titleOrder";

  /** What the list shows, see {@link Row}. */
  static final String ROW = "row";

  /** Where it happens, see {@link Places}. */
  static final String WHERE = "where";

  /** Whether neighbours must be written again, see {@link Neighbours}. */
  static final String TRACE = "trace";

  /** Fields of prose in English, which are stemmed. */
  static final List<String> PROSE = List.of(TITLE, KEYWORDS, SUBJECTS, TEXT);

  /** The fields that words are looked for in, with their weights. */
  static final Map<String, Float> WEIGHTS =
      Map.of(
          ACRONYM, 8f, TITLE, 5f, NAMES, 4f, KEYWORDS, 2.5f, SUBJECTS, 1.6f, PARTNERS, 1.5f, PLACES,
          1.2f, TEXT, 1f);

  /** What is called or numbered exactly as typed comes before everything else. */
  static final float EXACT_WEIGHT = 1_000f;

  /** Fields whose words are taken as spelt right. */
  static final Set<String> SPELT = Set.of(TITLE, ACRONYM, NAMES, KEYWORDS, SUBJECTS, PLACES);

  /** Which words occur, without where and how often. */
  static final FieldType WORDS_ONLY = wordsOnly();

  private IndexFields() {}

  /** What visitors may see. */
  static final Query PUBLIC =
      new TermInSetQuery(
          STATE,
          Arrays.stream(RecordState.values())
              .filter(RecordState::isPublic)
              .map(state -> new BytesRef(state.word()))
              .toList());

  static Term id(UUID id) {
    return new Term(ID, id.toString());
  }

  private static FieldType wordsOnly() {
    FieldType type = new FieldType();
    type.setIndexOptions(IndexOptions.DOCS);
    type.setTokenized(true);
    type.setOmitNorms(true);
    type.freeze();
    return type;
  }
}
