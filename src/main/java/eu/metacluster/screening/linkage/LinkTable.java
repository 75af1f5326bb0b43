package eu.metacluster.screening.linkage;

import java.util.List;

/**
 * Rows to be compared.
 *
 * @param columns the names of the columns, without the id
 * @param ids one id per row; two rows may bear the same
 * @param rows the values of each row in the order of the columns; what is missing is empty
 */
public record LinkTable(List<String> columns, List<String> ids, List<List<String>> rows) {

  /** Checks that there is an id for each row. */
  public LinkTable {
    if (ids.size() != rows.size()) {
      throw new IllegalArgumentException("as many ids as rows are needed");
    }
  }

  int size() {
    return rows.size();
  }
}
