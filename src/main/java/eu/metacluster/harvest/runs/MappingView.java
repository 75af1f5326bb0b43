package eu.metacluster.harvest.runs;

import eu.metacluster.grid.Field;
import eu.metacluster.harvest.table.TableMapping;
import eu.metacluster.harvest.table.TableMapping.Preview;
import eu.metacluster.harvest.table.TableSample;
import java.util.ArrayList;
import java.util.List;

/**
 * The columns of a table with what they are, and what its first rows would state.
 *
 * @param saved whether it is what is set for the source, and not a guess
 */
public record MappingView(
    TableMapping mapping, List<Line> lines, List<Preview> rows, boolean saved) {

  private static final int SHOWN = 8;
  private static final int EXAMPLES = 2;
  private static final int LONGEST = 60;

  /** Words of the form for separators, in the order of the choice. */
  public static final List<String> SEPARATORS =
      List.of("none", "semicolon", "comma", "bar", "slash", "line");

  /**
   * One column.
   *
   * @param examples of its values
   * @param separator word of the form
   */
  public record Line(TableMapping.Column column, List<String> examples, String separator) {}

  static MappingView of(TableMapping mapping, TableSample sample, boolean saved) {
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < mapping.columns().size(); i++) {
      TableMapping.Column column = mapping.columns().get(i);
      lines.add(new Line(column, examples(sample, i), word(column.separator())));
    }
    List<List<String>> first = sample.rows().stream().limit(SHOWN).toList();
    return new MappingView(mapping, lines, mapping.preview(sample.heading(), first), saved);
  }

  private static List<String> examples(TableSample sample, int column) {
    return sample.rows().stream()
        .filter(row -> column < row.size() && !row.get(column).isBlank())
        .map(row -> row.get(column).strip())
        .map(text -> text.length() > LONGEST ? text.substring(0, LONGEST - 1) + "…" : text)
        .distinct()
        .limit(EXAMPLES)
        .toList();
  }

  private static String word(String separator) {
    return switch (separator) {
      case ";" -> "semicolon";
      case "," -> "comma";
      case "|" -> "bar";
      case "/" -> "slash";
      case "\n" -> "line";
      default -> "none";
    };
  }

  /** Whether a column is set to this field. */
  public static boolean is(Line line, Field field) {
    return line.column().field() == field;
  }
}
